story A02 市民举报先核实再受理 a report of the public is verified before it is accepted
requirement T02 T04 T05 T07 T10 T14 T31 ACC-02 ACC-04 SEC-03
platform luoyang

Mon 08:30  operator-1      register source=HOTLINE class=event-0201 condition=1 at=center reporter=wants-reply "路口墙面有小广告"  -> reported  source hotline  reporter shown
    08:35  operator-1      accept                                                     -> refused verify-first T04
    08:40  operator-1      ask-verify collector=collector-3                           -> verifying  task collector-3  clock verify  due 09:40
    08:50  collector-4     verify-true photo=verify                                   -> refused not-your-task T05
    09:10  collector-3     verify-true photo=verify                                   -> verified  task none  clock accept
    09:15  operator-2      accept                                                     -> accepted
    09:20  shift-leader-2  file                                                       -> filed
    09:30  dispatcher-2    dispatch unit=urban-management                             -> handling  limit "1 工作日"  due Tue 09:30
    15:00  urban-management-1  handle photo=after "已清除"                            -> feedback  reporter none
    15:05  dispatcher-2    report-back                                                -> to-check
    15:10  operator-1      ask-check collector=collector-3                            -> checking
    15:40  collector-3     pass-check photo=check                                     -> to-close
    15:45  shift-leader-2  close                                                      -> refused missing-particulars T31
    15:50  shift-leader-2  close "已清除，已电话答复"                                 -> closed
ends closed  reporter shown  source hotline
