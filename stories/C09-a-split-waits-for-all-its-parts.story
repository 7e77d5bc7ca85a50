story C09 分案：全部子案件了结后方可结案 a split case closes when all its parts have ended
requirement T41 T31 COL-06
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损，路面也坏了"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:12  dispatcher-1    split parts=water                         -> refused parts-count T41
    09:15  dispatcher-1    split parts=water,municipal "各修各的"    -> split  parts 2  clock none
    09:16  shift-leader-1  close                                     -> refused parts-open T41
    09:17  shift-leader-1  annul "不办了"                            -> refused parts-open T41
    09:18  dispatcher-1    split @it.1 parts=water,traffic           -> refused already-a-part T41
    09:20  dispatcher-1    dispatch @it.1 unit=water                 -> handling  limit "4 工作时"
    09:20  dispatcher-1    dispatch @it.2 unit=municipal             -> handling
    10:00  water-1         handle @it.1 photo=after "井盖已换"       -> feedback
    10:00  municipal-1     handle @it.2 photo=after "路面已补"       -> feedback
    10:05  dispatcher-1    report-back @it.1                         -> to-check
    10:05  dispatcher-1    report-back @it.2                         -> to-check
    10:10  operator-1      ask-check @it.1 collector=collector-2     -> checking
    10:10  operator-1      ask-check @it.2 collector=collector-2     -> checking
    10:20  collector-2     pass-check @it.1 photo=check              -> to-close
    10:20  collector-2     pass-check @it.2 photo=check              -> to-close
    10:30  shift-leader-1  close @it.1                               -> closed
    10:31  shift-leader-1  close                                     -> refused parts-open T41
    10:32  shift-leader-1  close @it.2                               -> closed
    10:35  shift-leader-1  close                                     -> closed
ends closed  parts 2
