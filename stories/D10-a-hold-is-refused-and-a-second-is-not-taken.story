story D10 挂账不同意；只准一次 a hold is refused, and there is only one
requirement T24 T25 T26 A7
platform luoyang

Mon 09:00  collector-1      report class=component-0101 condition=4 at=center photo=before "井周下陷"  -> reported
    09:05  operator-1       accept                                   -> accepted
    09:10  shift-leader-1   file                                     -> filed
    09:15  dispatcher-1     dispatch unit=water                      -> handling  due Mon2 09:15
    09:30  water-1          ask-hold until=Fri@18:00 "缺材料"        -> handling
    09:35  dispatcher-1     refuse-hold                              -> refused missing-particulars T25
    09:40  dispatcher-1     refuse-hold "可以先围挡再修"             -> handling  petition refused  holds 0  held no  due Mon2 09:15
    10:00  water-1          ask-hold until=Wed@09:00 "等开挖许可"    -> handling
    10:05  dispatcher-1     grant-hold                               -> handling  held no
    10:15  command-chief-1  grant-hold                               -> handling  held yes
Wed 09:00  keeper           wake                                     -> handling  held no
    09:30  water-1          ask-hold until=Fri@18:00 "又等许可"      -> refused holds-used-up
ends handling  holds 1
