story E03 反馈材料不全退回补充，不算返工 an incomplete answer is sent back and is no rework
requirement T27 T18 COL-07
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=water                       -> handling  due 15:15
    10:00  water-1         handle "修好了"                           -> refused missing-particulars T18
    10:01  water-1         handle photo=before "修好了"              -> refused photo-missing T18
    10:05  water-1         handle photo=after "修好了"               -> feedback
    10:10  dispatcher-1    send-back-incomplete "照片看不出是哪里"   -> handling  round 1  due 15:15
    11:00  water-1         handle photo=after "补充全景照片"         -> feedback  overdue no
    11:05  dispatcher-1    report-back                               -> to-check
ends to-check  round 1  handling-light green
