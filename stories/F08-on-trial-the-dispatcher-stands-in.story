story F08 模拟运行时派遣员代未接入单位答复 on trial the dispatcher stands in for a unit that has not joined
requirement T14 T18 VAL-02
platform xinan

Mon 09:00  collector-1     report class=component-0101 condition=3 at=county photo=before "通信井盖松动"  -> reported  trial yes
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=telecom                     -> handling  unit telecom
    09:20  operator-1      handle photo=after "代录"                 -> refused not-your-axis A3
    10:00  dispatcher-2    handle photo=after "通信公司纸质回单：已修"  -> feedback  entered-by dispatcher-2
    10:05  dispatcher-1    report-back                               -> to-check
    10:10  operator-1      ask-check collector=collector-2           -> checking
    10:30  collector-2     pass-check photo=check                    -> to-close
    10:35  shift-leader-1  close                                     -> closed
    10:40  collector-1     report @joined class=component-0101 condition=3 at=county photo=before "井盖松动"  -> reported
    10:41  operator-1      accept @joined                            -> accepted
    10:42  shift-leader-1  file @joined                              -> filed
    10:43  dispatcher-1    dispatch @joined unit=water               -> handling
    10:44  dispatcher-1    handle @joined photo=after "代录"         -> refused not-your-axis A3
ends closed  trial yes
