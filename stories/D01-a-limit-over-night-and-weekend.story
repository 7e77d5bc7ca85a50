story D01 工作时跨夜跨周末 working hours run neither at night nor on the weekend
requirement T14 APM-05 EVA-02
platform luoyang

Fri 15:30  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported  due 15:45
    15:40  operator-1      accept                                    -> accepted
    15:50  shift-leader-1  file                                      -> filed
    16:00  dispatcher-1    dispatch unit=water                       -> handling  limit "4 工作时"  due Mon2 10:00
Sat 12:00  water-1         read                                      -> handling  light green
Mon2 09:30  water-1        handle photo=after "已修"                 -> feedback  overdue no  handling-light yellow
ends feedback
# counting rule 17: working time neither at night nor on the weekend
counts Mon-Sun handled 0 handled_overdue 0
counts Mon2-Sun2 handled 1 handled_on_time 1
