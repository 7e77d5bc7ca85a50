story H04 时限未到且未处置的不算应处置 what is not handled is due only when its limit has ended
requirement EVA-02
platform luoyang

# counting rule 2: due = handled + overdue and not handled
Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=water                       -> handling  due 15:15
Sat 10:00  collector-1     report @young class=component-0101 condition=2 at=north photo=before "井盖破损"  -> reported
    10:05  operator-1      accept @young                             -> accepted
    10:10  shift-leader-1  file @young                               -> filed
    10:15  dispatcher-1    dispatch @young unit=water                -> handling  due Mon2 12:00
Tue2 09:00  water-1        read                                      -> handling  handling-light red
ends handling
counts Mon-Sun unit_filed 2 handled 0 handled_overdue 1
counts Mon2-Sun2 handled 0 handled_overdue 1
