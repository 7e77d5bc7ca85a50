story H02 超期处置的一案计入单位 a case handled late counts against its unit
requirement T29 T31 EVA-02
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=water                       -> handling  due 15:15
Wed 10:00  water-1         handle photo=after "已修"                 -> feedback
    10:05  dispatcher-1    report-back                               -> to-check
    10:10  operator-1      ask-check collector=collector-2           -> checking
    10:20  collector-2     pass-check photo=check                    -> to-close
    10:25  shift-leader-1  close                                     -> closed
ends closed
# counting rule 4: (16.75 - 4) / 4 hours of working time
counts Mon-Sun handled 1 handled_on_time 0 closed_late 1 overtime 3.1875
