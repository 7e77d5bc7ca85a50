story H05 核查拖延不影响责任单位按期 a slow check of the supervision side does not hurt the unit
requirement EVA-02
platform luoyang

# counting rule 3: on time is judged on the bundled limit, and closed on time follows handled on time
Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=water                       -> handling  due 15:15
    15:00  water-1         handle photo=after "已修"                 -> feedback
    15:05  dispatcher-1    report-back                               -> to-check
Thu 09:00  operator-1      ask-check collector=collector-2           -> checking
    09:10  collector-2     pass-check photo=check                    -> to-close
    09:15  shift-leader-1  close                                     -> closed
ends closed
counts Mon-Sun handled_on_time 1 closed_on_time 1 check_sent 1 check_sent_on_time 0
