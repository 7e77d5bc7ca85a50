story E01 核查不通过，返工回原单位 a failed check goes back to the same unit for a second round
requirement T30 T32 T28 T29 T31 COL-11 ACC-12 EVA-02
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=water                       -> handling  due 15:15
    10:00  water-1         handle photo=after "已修"                 -> feedback
    10:05  dispatcher-1    report-back                               -> to-check
    10:10  operator-1      ask-check collector=collector-2           -> checking
    10:15  collector-2     fail-check photo=check                    -> refused missing-particulars T30
    10:20  collector-2     fail-check photo=check "井盖仍破损"       -> failed  clock rework  due 10:35
    10:25  shift-leader-1  close                                     -> refused not-now T31
    10:26  shift-leader-1  rework                                    -> refused missing-particulars T32
    10:30  shift-leader-1  rework "没有更换，请返工"                 -> to-dispatch  round 2  unit water
    10:35  dispatcher-1    dispatch unit=municipal                   -> refused rework-same-unit T32
    10:40  dispatcher-1    dispatch unit=water                       -> handling  round 2  limit "4 工作时"  due 16:40
    14:30  water-1         handle photo=after "已更换"               -> feedback
    14:35  dispatcher-1    report-back                               -> to-check
    14:40  operator-1      ask-check collector=collector-3           -> checking
    15:00  collector-3     pass-check photo=check                    -> to-close
    15:05  shift-leader-1  close                                     -> closed
ends closed  round 2  closing real
# counting rule 5: the same unit again is rework, once a case and by rounds
counts Mon-Sun filed 1 dispatches 2 dispatches_unreworked 1 handled 1 handled_on_time 1 reworked 1 rework_rounds 1 closed 1
