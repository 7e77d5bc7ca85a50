story F01 各轴只办各轴的事 every axis keeps to its own acts
requirement SEC-01 COL-23 ACC-10 T14 T18 T31 A1 A2 A3
platform luoyang

Mon 09:00  dispatcher-1    report class=component-0101 condition=2 at=center photo=before "代报"  -> refused not-your-axis A1
    09:00  water-1         register source=COUNTER class=component-0101 condition=2 at=center "代报"  -> refused not-your-axis A1
    09:00  operator-1      report class=component-0101 condition=2 at=center photo=before "代报"  -> refused not-your-post T01
    09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  dispatcher-1    accept                                    -> refused not-your-axis A1
    09:05  collector-1     accept                                    -> refused not-your-post T07
    09:05  operator-1      accept                                    -> accepted
    09:10  command-chief-1 file                                      -> refused not-your-axis A1
    09:10  operator-1      file                                      -> refused not-your-post T10
    09:10  shift-leader-1  file                                      -> filed
    09:12  shift-leader-1  dispatch unit=water                       -> refused not-your-axis A2
    09:12  center-chief-1  dispatch unit=water                       -> refused not-your-axis A2
    09:12  command-chief-1 dispatch unit=water                       -> refused not-your-post T14
    09:15  dispatcher-1    dispatch unit=water                       -> handling
    09:20  dispatcher-1    handle photo=after "代填"                 -> refused not-your-axis A3
    09:20  operator-1      handle photo=after "代填"                 -> refused not-your-axis A3
    10:00  water-1         handle photo=after "已修"                 -> feedback
    10:05  water-1         report-back                               -> refused not-your-axis A2
    10:06  shift-leader-1  report-back                               -> refused not-your-axis A2
    10:10  dispatcher-1    report-back                               -> to-check
    10:15  dispatcher-1    ask-check collector=collector-2           -> refused not-your-axis A1
    10:15  water-1         ask-check collector=collector-2           -> refused not-your-axis A1
    10:20  operator-1      ask-check collector=collector-2           -> checking
    10:25  water-1         pass-check photo=check                    -> refused not-your-axis A1
    10:30  collector-2     pass-check photo=check                    -> to-close
    10:35  dispatcher-1    close                                     -> refused not-your-axis A1
    10:35  water-1         close                                     -> refused not-your-axis A1
    10:35  operator-1      close                                     -> refused not-your-post T31
    10:40  shift-leader-1  close                                     -> closed
ends closed
