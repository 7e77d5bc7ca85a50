story A01 井盖缺失走完闭环 a missing cover goes round the whole loop
requirement T01 T07 T10 T13 T14 T17 T18 T27 T28 T29 T31
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "上水井盖破损"  -> reported  clock accept  due 09:15  light green
    09:05  operator-1      accept                                                                  -> accepted  clock file  due 09:20
    09:10  shift-leader-1  file "立案"                                                             -> filed     clock dispatch  due 09:25  condition 2
    09:20  dispatcher-1    dispatch unit=water "请尽快更换"                                        -> handling  clock handle  limit "4 工作时"  due 15:20  return-until 11:20
    09:30  water-1         receive                                                                 -> handling  received yes
    11:00  water-1         handle photo=after "已更换井盖"                                         -> feedback  clock report-back  due 11:15  handling-light green
    11:05  dispatcher-1    report-back                                                             -> to-check  clock ask-check
    11:10  operator-1      ask-check collector=collector-2                                         -> checking  clock check  due 12:10  task collector-2
    11:40  collector-2     pass-check photo=check                                                  -> to-close  task none
    11:45  shift-leader-1  close                                                                   -> closed    clock none
ends closed  round 1  acts 10  closing real
