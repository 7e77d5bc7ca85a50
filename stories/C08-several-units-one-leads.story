story C08 主办协办：协办单位看得见，其他单位看不见 a lead and supporting units; others do not see it
requirement T14 COL-06 SEC-03
platform luoyang

Mon 09:00  operator-1      register source=SENSOR class=component-0101 condition=3 at=center reporter=wants-reply "井盖松动"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=water with=municipal,traffic "供水主办，市政和交警协办"  -> handling  supporting municipal,traffic
    09:20  municipal-1     read                                      -> handling  reporter none
    09:20  lighting-1      read                                      -> refused no-such-case
    09:20  leader-1        read                                      -> handling  reporter shown
    10:00  water-1         handle photo=after "已修"                 -> feedback
ends feedback  unit water
