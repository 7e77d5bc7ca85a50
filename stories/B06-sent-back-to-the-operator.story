story B06 退回受理更正后再立案 sent back to the operator, corrected and filed
requirement T11 T10 ACC-06
platform luoyang

Mon 09:00  collector-1     report class=component-0101 at=center photo=before "井盖松动"  -> reported
    09:02  operator-1      accept                                    -> refused missing-particulars
    09:03  operator-1      accept condition=9                        -> refused unknown-condition ACC-07
    09:05  operator-1      accept condition=1                        -> accepted
    09:10  shift-leader-1  send-back "条件不对，是松动"              -> reported  clock accept  due 09:25
    09:15  operator-1      accept condition=3                        -> accepted
    09:20  shift-leader-1  file                                      -> filed  condition 3
ends filed  condition 3  acts 5
