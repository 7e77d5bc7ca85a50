story F05 两人同时办理，后者须先看新内容 two hands at once: the second must see what the first did
requirement T07 COL-16 A10
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported  version 1
    09:05  operator-1      accept version=1                          -> accepted  version 2
    09:05  operator-2      decline version=1 "不在范围"              -> refused stale-version A10
    09:06  operator-2      accept version=2                          -> refused not-now T07
    09:10  shift-leader-1  file version=2                            -> filed  version 3
    09:11  shift-leader-2  send-back version=2 "再看看"              -> refused stale-version A10
ends filed  version 3
