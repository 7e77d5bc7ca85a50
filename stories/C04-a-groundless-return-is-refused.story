story C04 无理由的回退不同意，计时不停 a groundless return is refused and the clock never stopped
requirement T19 T21 EVA-02
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=water                       -> handling  due 15:15
    10:00  water-1         ask-return "人手不够"                     -> handling  due 15:15
    11:00  dispatcher-1    refuse-return                             -> refused missing-particulars T21
    11:05  dispatcher-1    refuse-return "属你单位职责"              -> handling  petition refused  groundless-returns 1  wrong-dispatches 0  due 15:15
    15:00  water-1         handle photo=after "已修"                 -> feedback  overdue no
ends feedback  groundless-returns 1  handling-light yellow
# counting rule 10: a groundless return is an evasion
counts Mon-Sun returns 1 returns_granted 0 evasions 1 wrong_dispatches 0
