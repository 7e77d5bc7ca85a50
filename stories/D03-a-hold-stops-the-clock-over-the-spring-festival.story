story D03 挂账跨春节停表，销账后余下时限继续 a hold stops the clock over the Spring Festival
requirement T24 T25 T26 COL-10 APM-05 A7 EVA-02
platform luoyang
starts Mon 2026-02-09

Mon 02-09 09:00  collector-1      report class=component-0101 condition=3 at=center photo=before "井盖松动"  -> reported
          09:05  operator-1       accept                                  -> accepted
          09:20  shift-leader-1   file                                    -> filed
          09:30  dispatcher-1     dispatch unit=water                     -> handling  due Wed 02-11 09:30
Tue 02-10 16:00  water-1          ask-hold "管网开挖"                     -> refused missing-particulars T24
          16:00  water-1          ask-hold until="Sat 02-28@18:00" "管网开挖"  -> handling  petition pending  held no  due Wed 02-11 09:30
          16:05  command-chief-1  grant-hold                              -> refused not-your-post T25
          16:06  dispatcher-1     grant-hold                              -> handling  petition pending  approvals 1  held no
          16:10  command-chief-1  grant-hold                              -> handling  petition granted  held yes  holds 1
Wed 02-11 10:00  water-1          handle photo=after "修好了"             -> refused held T26
          10:05  dispatcher-1     close                                   -> refused not-your-axis A1
Wed 02-25 08:59  water-1          read                                    -> handling  held yes  light green
          09:00  dispatcher-1     release "节后复工"                      -> handling  held no  due Wed 02-25 14:20  light green
          09:05  dispatcher-1     release                                 -> refused not-held T26
          14:00  water-1          handle photo=after "已修"               -> feedback  overdue no
ends feedback  holds 1  round 1
# counting rule 8: a held case is not due; hung now, ever hung and how often
counts Mon-Sun held_now 1 ever_held 1 hold_times 1 handled_overdue 0 handled 0
counts Mon3-Sun3 held_now 0 handled 1 handled_on_time 1 ever_held 0
