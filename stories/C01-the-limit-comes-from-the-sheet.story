story C01 处置时限来自规范，只能更短 the limit comes from the sheet and may only be shorter
requirement T14 ACC-07 COL-04
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=3 at=center photo=before "井盖松动"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:11  dispatcher-1    dispatch                                  -> refused missing-particulars T14
    09:12  dispatcher-1    dispatch unit=nobody                      -> refused no-such-unit COL-04
    09:12  dispatcher-1    dispatch unit=supervision-center          -> refused no-such-unit COL-04
    09:12  dispatcher-1    dispatch unit=telecom                     -> refused unit-not-joined COL-04
    09:13  dispatcher-1    dispatch unit=water limit="3 工作日"      -> refused limit-beyond-sheet ACC-07
    09:14  dispatcher-1    dispatch unit=water limit="三天"          -> refused time-limit-malformed ACC-07
    09:15  dispatcher-1    dispatch unit=water limit="1 工作日"      -> handling  limit "1 工作日"  due Tue 09:15
ends handling
