story A07 上级已立案的案件直接进入派遣 a case filed above comes in already filed
requirement T03 T14
platform luoyang

Mon 09:00  command-gateway-1  import class=component-0118 at=north number=HN-2026-78 "省平台交办：路灯不亮"  -> refused missing-particulars
    09:00  command-gateway-1  import class=component-0118 condition=3 at=north number=HN-2026-78 "省平台交办：路灯不亮"  -> filed  condition 3  clock dispatch  due 09:15
    09:05  operator-1      accept                                    -> refused not-now T07
    09:10  dispatcher-1    dispatch unit=lighting                    -> handling  limit "2 工作日"
ends handling  condition 3
