story H07 周期含首日零时，不含次周零时 a period holds its first midnight and not the next one's
requirement EVA-02
platform luoyang

# counting rule 16: bounds are half-open
Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=water                       -> handling  due 15:15
    10:00  water-1         handle photo=after "已修"                 -> feedback
    10:05  dispatcher-1    report-back                               -> to-check
    10:10  operator-1      ask-check collector=collector-2           -> checking
    10:20  collector-2     pass-check photo=check                    -> to-close
Mon2 00:00  shift-leader-1  close                                    -> closed
ends closed
counts Mon-Sun closed 0 closings 0
counts Mon2-Sun2 closed 1 closings 1
counts Mon2-Mon2 closed 1
