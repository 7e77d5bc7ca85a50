story D02 紧急工作时不分昼夜 urgent hours run through the night
requirement T14 APM-05 EVA-02
platform luoyang

Fri 22:40  collector-1     report class=component-0101 condition=1 at=center photo=before "井盖缺失"  -> reported  due 22:55
    22:45  operator-1      accept                                    -> accepted
    22:50  shift-leader-1  file                                      -> filed
    23:00  dispatcher-1    dispatch unit=water                       -> handling  limit "2 紧急工作时"  due Sat 01:00
Sat 01:05  water-1         read                                      -> handling  light red
    01:10  water-1         handle photo=after "已复位"               -> feedback  overdue yes  handling-light red
ends feedback  handling-light red
# counting rule 17: an urgent limit runs through the night
counts Mon-Sun handled 1 handled_on_time 0
