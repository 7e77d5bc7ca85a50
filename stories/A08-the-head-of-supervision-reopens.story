story A08 结案有误由监督中心主任重新立案 a case closed in error is reopened by the head of supervision
requirement T35 T31 A8
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=water                       -> handling
    10:00  water-1         handle photo=after "已修"                 -> feedback
    10:05  dispatcher-1    report-back                               -> to-check
    10:10  operator-1      ask-check collector=collector-2           -> checking
    10:20  collector-2     pass-check photo=check                    -> to-close
    10:30  shift-leader-1  close                                     -> closed
Wed 09:00  shift-leader-1  reopen "抽查发现没有修"                   -> refused not-your-post T35
    09:01  center-chief-1  reopen                                    -> refused missing-particulars T35
    09:02  center-chief-1  reopen "抽查发现没有修"                   -> accepted  round 2  unit none  condition none  clock file
    09:10  shift-leader-1  file                                      -> filed  condition 2
    09:20  dispatcher-1    dispatch unit=water                       -> handling  round 2  limit "4 工作时"
ends handling  round 2  light green
