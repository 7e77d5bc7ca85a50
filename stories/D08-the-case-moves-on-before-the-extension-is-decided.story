story D08 未批的延期随处置完成失效 an undecided extension lapses when the unit has finished
requirement T22 T18
platform luoyang

Mon 09:00  collector-1      report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  operator-1       accept                                   -> accepted
    09:10  shift-leader-1   file                                     -> filed
    09:15  dispatcher-1     dispatch unit=water                      -> handling
    10:00  water-1          ask-extension "备件在途"                 -> handling  petition pending
    11:00  water-1          handle photo=after "备件提前到，已修"    -> feedback  petition lapsed
    11:05  dispatcher-1     grant-extension                          -> refused not-now T23
ends feedback  extensions 0
