story A06 上级来件作为上报导入 a case of another platform comes in as a report
requirement T03 T07 ACC-21
platform luoyang

Mon 09:00  supervision-gateway-1  import class=component-0118 condition=3 at=north number=HN-2026-77 "省平台转来：路灯不亮"  -> reported  source platform  foreign-number HN-2026-77
    09:10  operator-1      accept                                    -> accepted
    09:20  shift-leader-1  file                                      -> filed
    09:30  dispatcher-1    dispatch unit=lighting                    -> handling  limit "2 工作日"  due Wed 09:30
ends handling  foreign-number HN-2026-77  light green
