story E02 值班长要求重新核查 the shift leader has it checked again
requirement T33 T30 T29 ACC-11 EVA-02
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=water                       -> handling
    10:00  water-1         handle photo=after "已修"                 -> feedback
    10:05  dispatcher-1    report-back                               -> to-check
    10:10  operator-1      ask-check collector=collector-2           -> checking
    10:20  collector-2     fail-check photo=check "看不清"           -> failed
    10:25  shift-leader-1  check-again collector=collector-3         -> refused missing-particulars T33
    10:26  operator-1      check-again collector=collector-3 "照片不是同一处"  -> refused not-your-post T33
    10:30  shift-leader-1  check-again collector=collector-3 "照片不是同一处"  -> checking  task collector-3  invalid-checks 1
    10:35  collector-2     pass-check photo=check                    -> refused not-your-task T29
    10:50  collector-3     pass-check photo=check                    -> to-close
    10:55  shift-leader-1  check-again collector=collector-4 "再看一次"  -> checking  invalid-checks 2
    11:10  collector-4     pass-check photo=check                    -> to-close
    11:15  shift-leader-1  close                                     -> closed
ends closed  round 1  invalid-checks 2
# counting rule 13: only the last check of a round counts
counts Mon-Sun checks 1 checks_on_time 1 checks_invalid 2 reworked 0
