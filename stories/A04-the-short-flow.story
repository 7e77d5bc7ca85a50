story A04 当场解决的案件走简易流程 what was solved on the spot is closed by the short flow
requirement T10 T39 ACC-20
platform luoyang

Mon 10:00  collector-1     report class=event-0201 condition=1 at=center photo=before "沿街小广告"  -> reported
    10:05  operator-1      accept                                    -> accepted
    10:06  shift-leader-1  close-short photo=after "当场清除"        -> refused not-now T39
    10:08  shift-leader-1  file                                      -> filed
    10:09  dispatcher-1    close-short photo=after "当场清除"        -> refused not-your-axis A1
    10:10  shift-leader-1  close-short photo=before "当场清除"       -> refused photo-missing T39
    10:12  shift-leader-1  close-short photo=after "当场清除"        -> closed
ends closed  closing real
