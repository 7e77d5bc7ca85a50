story D09 派遣前挂账，到期由系统自动销账 a hold before dispatch ends by itself at its review date
requirement T24 T25 T26 COL-10 A5
platform luoyang

Mon 09:00  collector-1      report class=component-0401 condition=2 at=center photo=before "古树枯死"  -> reported
    09:05  operator-1       accept                                   -> accepted
    09:10  shift-leader-1   file                                     -> filed  due 09:25
    09:12  dispatcher-1     ask-hold until=Mon@09:00 "冬季不宜移植"  -> refused hold-until T24
    09:15  dispatcher-1     ask-hold until=Mon2@10:00 "冬季不宜移植" -> filed  petition pending  due 09:25
    09:16  dispatcher-1     dispatch unit=greening                   -> refused petition-pending
    09:17  dispatcher-1     grant-hold                               -> refused own-petition A5
    09:18  dispatcher-2     grant-hold                               -> refused not-your-post T25
    09:20  command-chief-1  grant-hold                               -> filed  held yes
Fri 09:00  dispatcher-1     dispatch unit=greening                   -> refused held T26
Mon2 10:00  keeper          wake                                     -> filed  held no  due 10:05
    10:04  dispatcher-1     dispatch unit=greening                   -> handling  limit "2 工作日"
ends handling  holds 1
