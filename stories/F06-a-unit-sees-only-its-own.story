story F06 单位只见自己的案件 a unit sees and handles only its own cases
requirement SEC-03 T18
platform luoyang

Mon 09:00  operator-1      register source=LEADER class=component-0118 condition=3 at=center reporter=wants-reply "路灯不亮"  -> reported  reporter shown
    09:01  lighting-1      read                                      -> refused no-such-case
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=lighting                    -> handling
    09:16  water-1         read                                      -> refused no-such-case
    09:17  water-1         handle photo=after "代办"                 -> refused no-such-case
    09:18  water-1         ask-return "不是我的"                     -> refused no-such-case
    09:20  lighting-1      receive                                   -> handling  reporter none
    09:21  operator-1      read                                      -> handling  reporter shown
ends handling  unit lighting
