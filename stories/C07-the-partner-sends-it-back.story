story C07 协同平台不接，退回派遣 the other platform does not take it and it is dispatched here
requirement T16 T19 T20
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=3 at=center photo=before "井盖松动"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    transfer unit=partner-platform            -> transferred
    09:20  partner-platform-1  ask-return "不在我辖区"               -> transferred  petition pending  late no
    09:25  dispatcher-1    grant-return                              -> to-dispatch  unit none
    09:30  dispatcher-1    dispatch unit=water                       -> handling
ends handling  unit water
