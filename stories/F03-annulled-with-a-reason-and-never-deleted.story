story F03 作废须有理由且留痕 annulled with a reason, kept for ever
requirement T34 ACC-08 SEC-04 A8 A10
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "培训时误报"  -> reported
    09:05  dispatcher-1    annul "误报"                              -> refused not-your-axis A1
    09:05  operator-1      annul "误报"                              -> refused not-your-post T34
    09:06  shift-leader-1  annul                                     -> refused missing-particulars T34
    09:10  shift-leader-1  annul "培训误报"                          -> annulled  clock none
    09:11  shift-leader-1  annul "再来一次"                          -> refused final A8
    09:12  center-chief-1  reopen "想恢复"                           -> refused final A8
    09:15  collector-2     report @filed class=component-0101 condition=2 at=north photo=before "井盖破损"  -> reported
    09:16  operator-1      accept @filed                             -> accepted
    09:17  shift-leader-1  file @filed                               -> filed
    09:18  shift-leader-1  annul @filed "派遣前想作废"               -> refused not-now T34
ends annulled  acts 2
