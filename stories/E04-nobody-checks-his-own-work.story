story E04 处置者不核查自己处置的案件 nobody checks what he settled himself
requirement T28 T37 T38 A5
platform luoyang

Mon 09:00  collector-1     report class=event-0201 condition=1 at=center photo=before "小广告"  -> reported
    09:05  collector-1     settle-on-spot photo=after                -> settled
    09:10  operator-1      refuse-settlement "没有清干净"            -> reported
    09:15  operator-1      accept                                    -> accepted
    09:20  shift-leader-1  file                                      -> filed
    09:25  dispatcher-1    dispatch unit=urban-management            -> handling
    10:00  urban-management-1  handle photo=after "已清"             -> feedback
    10:05  dispatcher-1    report-back                               -> to-check
    10:10  operator-1      ask-check collector=collector-1           -> refused own-work A5
    10:11  operator-1      ask-check collector=collector-99          -> refused no-such-collector ACC-05
    10:12  operator-1      ask-check collector=water-1               -> refused no-such-collector ACC-05
    10:15  operator-1      ask-check collector=collector-2           -> checking
    10:30  collector-2     pass-check photo=check                    -> to-close
ends to-close
