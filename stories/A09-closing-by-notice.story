story A09 以告知方式结案 a case closed by notice to the unit
requirement T31 ACC-13 A8
platform luoyang

Mon 09:00  collector-1     report class=component-0301 condition=8 at=center photo=before "公厕没有坡道"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=sanitation                  -> handling  limit "5 工作日"  due Mon2 09:15
Tue 10:00  sanitation-1    handle photo=after,document "已列入改造计划并告知"  -> feedback
    10:05  dispatcher-1    report-back                               -> to-check
    10:10  operator-1      ask-check collector=collector-2           -> checking
    10:20  collector-2     pass-check photo=check                    -> to-close
    10:30  shift-leader-1  close closing=NOTICE                      -> closed
    10:40  shift-leader-1  annul "想改掉"                            -> refused final A8
    10:41  dispatcher-1    dispatch unit=water                       -> refused final A8
ends closed  closing notice
