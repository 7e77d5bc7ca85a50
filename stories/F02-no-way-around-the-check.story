story F02 没有核查就不能结案 there is no way around the check
requirement T31 T28 A4
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:01  shift-leader-1  close                                     -> refused not-now T31
    09:05  operator-1      accept                                    -> accepted
    09:06  shift-leader-1  close                                     -> refused not-now T31
    09:10  shift-leader-1  file                                      -> filed
    09:11  shift-leader-1  close                                     -> refused not-now T31
    09:15  dispatcher-1    dispatch unit=water                       -> handling
    09:16  shift-leader-1  close                                     -> refused not-now T31
    10:00  water-1         handle photo=after "已修"                 -> feedback
    10:01  shift-leader-1  close                                     -> refused not-now T31
    10:05  dispatcher-1    report-back                               -> to-check
    10:06  shift-leader-1  close                                     -> refused not-now T31
    10:10  operator-1      ask-check collector=collector-2           -> checking
    10:11  shift-leader-1  close                                     -> refused not-now T31
ends checking
