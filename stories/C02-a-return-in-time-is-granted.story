story C02 拒签时限内回退，同意后重新派遣 a return asked in time is granted and the case dispatched anew
requirement T19 T20 T14 COL-08 EVA-02
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=3 at=center photo=before "井盖松动"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=municipal                   -> handling  return-until 11:15
    09:30  municipal-1     ask-return                                -> refused missing-particulars T19
    10:00  municipal-1     ask-return "井盖属供水公司"               -> handling  petition pending  late no  due Wed 09:15
    10:05  municipal-1     handle photo=after "也修了"               -> refused petition-pending
    10:06  municipal-1     grant-return                              -> refused not-your-axis A2
    10:10  dispatcher-1    grant-return                              -> to-dispatch  unit none  wrong-dispatches 1  late-returns 0  petition granted  clock dispatch  due 10:25
    10:11  dispatcher-1    report-back                               -> refused not-now T27
    10:20  dispatcher-1    dispatch unit=water                       -> handling  due Wed 10:20
    10:25  municipal-1     read                                      -> refused no-such-case
ends handling  unit water  wrong-dispatches 1
# counting rules 6 and 10: a granted return is a wrong dispatch and leaves the first unit's counts
counts Mon-Sun dispatches 2 dispatches_right 1 wrong_dispatches 1 returns 1 returns_granted 1 late_returns 0 unit_filed 1 cases_dispatched 1
