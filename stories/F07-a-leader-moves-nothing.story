story F07 领导看得见、批得了，推不动 a leader sees everything, instructs, and moves nothing
requirement COL-14 T36
platform luoyang

Mon 09:00  leader-1        report class=component-0101 condition=2 at=center photo=before "路过看到"  -> refused not-your-axis A1
    09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  leader-1        read                                      -> reported
    09:05  leader-1        accept                                    -> refused not-your-axis A1
    09:06  leader-1        instruct "请尽快受理"                     -> reported  orders 1
    09:10  operator-1      accept                                    -> accepted
    09:11  leader-1        file                                      -> refused not-your-axis A1
    09:12  shift-leader-1  file                                      -> filed
    09:13  leader-1        dispatch unit=water                       -> refused not-your-axis A2
    09:15  dispatcher-1    dispatch unit=water                       -> handling
    09:16  leader-1        handle photo=after "办好了"               -> refused not-your-axis A3
    09:17  leader-1        annul "算了"                              -> refused not-your-axis A1
ends handling  orders 1
