story C06 转协同平台，签收后计时处置 transferred to another platform, which receives and handles
requirement T16 T17 T18 COL-15
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=3 at=center photo=before "井盖松动"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:12  dispatcher-1    dispatch unit=partner-platform            -> refused is-a-platform T16
    09:13  dispatcher-1    transfer unit=water                       -> refused not-a-platform T16
    09:15  dispatcher-1    transfer unit=partner-platform            -> transferred  clock receive  due 10:15  handling-due Wed 09:15
    09:16  partner-platform-1  handle photo=after "好了"             -> refused not-now T18
    09:20  partner-platform-1  receive number=XT-9                   -> handling  received yes  clock handle  due Wed 09:15
    09:21  partner-platform-1  receive                               -> refused already-received T17
Tue 09:00  partner-platform-1  handle photo=after "已修"             -> feedback
    09:05  dispatcher-1    report-back                               -> to-check
ends to-check  unit partner-platform
