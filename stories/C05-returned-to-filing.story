story C05 派遣员退回立案，更正后再派 the dispatcher returns a wrong class to filing
requirement T15 T10 T14
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    return-to-filing                          -> refused missing-particulars T15
    09:16  water-1         return-to-filing "错"                     -> refused no-such-case
    09:17  dispatcher-1    return-to-filing "是雨水井盖，不是上水井盖"  -> accepted  condition none  clock file  due 09:32
    09:25  shift-leader-1  file class=component-0103 condition=2     -> filed  class component-0103  condition 2
    09:30  dispatcher-1    dispatch unit=municipal                   -> handling
ends handling  class component-0103  unit municipal
