story D07 延期不同意；超时后不能再申请 an extension is refused, and one asked too late is not taken
requirement T22 T23
platform luoyang

Mon 09:00  collector-1      report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  operator-1       accept                                   -> accepted
    09:10  shift-leader-1   file                                     -> filed
    09:15  dispatcher-1     dispatch unit=water                      -> handling  due 15:15
    10:00  water-1          ask-extension "想慢点"                   -> handling
    10:05  dispatcher-1     refuse-extension                         -> refused missing-particulars T23
    10:06  dispatcher-1     refuse-extension "理由不足"              -> handling  petition refused  extensions 0  due 15:15
    15:30  water-1          ask-extension "来不及了"                 -> refused overdue T22
    15:31  water-1          ask-hold until=Fri@18:00 "来不及了"      -> refused overdue
    16:00  water-1          handle photo=after "已修"                -> feedback  overdue yes  handling-light red
ends feedback  extensions 0
