story H03 立案计入立案之周，结案计入结案之周 filed counts in the week of filing, closed in the week of closing
requirement EVA-02 T31
platform luoyang

# counting rule 1: no rate is built from one cohort
Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=water                       -> handling  due 15:15
    10:00  water-1         handle photo=after "已修"                 -> feedback
    10:05  dispatcher-1    report-back                               -> to-check
    10:10  operator-1      ask-check collector=collector-2           -> checking
    10:20  collector-2     pass-check photo=check                    -> to-close
Tue2 09:00  shift-leader-1  close                                    -> closed
ends closed
counts Mon-Sun filed 1 handled 1 closed 0
counts Mon2-Sun2 filed 0 handled 0 closed 1 closed_on_time 1
