story F04 督办、催办、批示与答复 orders on an open case, and the unit's answers
requirement T36 COL-12 COL-14
platform luoyang

Mon 09:00  collector-1      report class=component-0101 condition=3 at=center photo=before "井盖松动"  -> reported
    09:05  operator-1       accept                                   -> accepted
    09:10  shift-leader-1   file                                     -> filed
    09:15  dispatcher-1     dispatch unit=water                      -> handling  due Wed 09:15
    09:20  water-1          answer order=1 "正在办"                  -> refused no-open-order T36
    10:00  leader-1         expedite                                 -> refused missing-particulars T36
    10:01  leader-1         expedite "学校门口，今天办结"            -> handling  orders 1  due Wed 09:15
    10:05  operator-1       remind "请抓紧"                          -> handling  orders 2
    10:10  command-chief-1  instruct "请围挡"                        -> handling  orders 3
    10:11  water-1          expedite "催自己"                        -> refused not-your-axis A1
    10:20  water-1          answer order=7 "没有这一号"              -> refused no-open-order T36
    10:25  water-1          answer order=1 "今天 16 时前办结"        -> handling  orders 2  answered 1
    10:26  water-1          answer order=1 "再答一次"                -> refused no-open-order T36
    10:30  lighting-1       answer order=2 "代答"                    -> refused no-such-case
    10:35  water-1          answer order=2 "已在抓紧"                -> handling  orders 1  answered 2
    11:00  water-1          handle photo=after "已修"                -> feedback  orders 1
ends feedback  orders 1  answered 2
