story D11 八成转黄，到点转红 green to 80 percent of the limit, yellow to the end, red beyond
requirement T14 COL-17 ACC-17
platform luoyang

Mon 07:50  collector-1      report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    07:55  operator-1       accept                                   -> accepted
    07:58  shift-leader-1   file                                     -> filed
    08:00  dispatcher-1     dispatch unit=water                      -> handling  due 12:00  light green
    11:11  water-1          read                                     -> handling  light green
    11:12  water-1          read                                     -> handling  light yellow
    12:00  water-1          read                                     -> handling  light yellow
    12:01  water-1          read                                     -> handling  light red
    14:01  water-1          handle photo=after "已修"                -> feedback  overdue yes  light green  handling-light red
ends feedback  handling-light red
