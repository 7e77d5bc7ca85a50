story C03 超过拒签时限的回退记为迟退 a return asked late is counted as late
requirement T19 T20 COL-08 EVA-02
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=3 at=center photo=before "井盖松动"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=municipal                   -> handling  return-until 11:15
    14:30  municipal-1     ask-return "刚看清，属供水公司"           -> handling  petition pending  late yes
    14:40  dispatcher-1    grant-return                              -> to-dispatch  wrong-dispatches 1  late-returns 1
    14:50  dispatcher-1    dispatch unit=water                       -> handling
ends handling  late-returns 1
# counting rule 10: a late return is counted as late
counts Mon-Sun returns 1 late_returns 1 evasions 0
