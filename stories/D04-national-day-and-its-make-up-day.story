story D04 国庆假期与调休上班日 the National Day holidays and the Saturday that makes up for them
requirement T14 APM-05
platform luoyang
starts Mon 2026-09-28

Wed 09-30 15:30  collector-1     report class=component-0101 condition=3 at=center photo=before "井盖松动"  -> reported
          15:40  operator-1      accept                                   -> accepted
          15:50  shift-leader-1  file                                     -> filed
          16:00  dispatcher-1    dispatch unit=water                      -> handling  limit "2 工作日"  due Fri 10-09 16:00  provisional no
Fri 10-09 10:00  water-1         handle photo=after "已修"                -> feedback  overdue no
          15:30  collector-1     report @makeup class=component-0101 condition=3 at=north photo=before "井盖松动"  -> reported
          15:40  operator-1      accept @makeup                           -> accepted
          15:50  shift-leader-1  file @makeup                             -> filed
          16:00  dispatcher-1    dispatch @makeup unit=water              -> handling  due Mon 10-12 16:00
ends feedback
