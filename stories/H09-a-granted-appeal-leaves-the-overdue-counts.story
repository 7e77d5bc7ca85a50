story H09 超时申诉成立，退出超时数，记录保留 a granted appeal leaves the overdue counts and its trace stays
requirement COL-19 EVA-02
platform luoyang

# counting rule 15: appealed once, after closing, by the unit; the command side reviews first, the head of supervision last
Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=water                       -> handling  due 15:15
Wed 10:00  water-1         handle photo=after "已修"                 -> feedback  overdue yes
    10:05  dispatcher-1    report-back                               -> to-check
    10:10  operator-1      ask-check collector=collector-2           -> checking
    10:20  collector-2     pass-check photo=check                    -> to-close
    10:25  shift-leader-1  close                                     -> closed
    11:00  lighting-1      appeal "与我单位无关"                     -> refused not-your-unit COL-19
    11:05  water-1         appeal "现场封闭，无法进入"               -> asked
    11:10  center-chief-1  decide-appeal grant=yes "属实"            -> refused not-your-step COL-19
    11:15  dispatcher-1    decide-appeal grant=yes "属实"            -> supported
    11:20  dispatcher-1    decide-appeal grant=yes "同意"            -> refused not-your-step COL-19
    11:25  center-chief-1  decide-appeal grant=yes "同意"            -> granted
    11:30  center-chief-1  decide-appeal grant=no "再议"             -> refused appeal-decided COL-19
    11:35  water-1         appeal "再次申诉"                         -> refused not-late COL-19
ends closed
counts Mon-Sun handled 1 handled_on_time 1 handled_overdue 0 closed_late 0 closed_on_time 1 appeals_granted 1
