story D05 期限跨入未装载假日的年份为暂定 a deadline that reaches into a year without holidays is provisional
requirement T14 APM-05
platform luoyang
starts Mon 2026-12-28

Wed 12-30 09:00  collector-1     report class=component-0101 condition=4 at=center photo=before "井周下陷"  -> reported
          09:05  operator-1      accept                                   -> accepted
          09:10  shift-leader-1  file                                     -> filed
          09:15  dispatcher-1    dispatch unit=water                      -> handling  limit "5 工作日"  due Wed2 09:15  provisional yes
          09:20  collector-2     report @short class=component-0101 condition=4 at=north photo=before "井周下陷"  -> reported  provisional no
          09:25  operator-1      accept @short                            -> accepted
          09:26  shift-leader-1  file @short                              -> filed
          09:30  dispatcher-1    dispatch @short unit=water limit="1 工作日"  -> handling  due Thu 12-31 09:30  provisional no
ends handling  provisional yes
