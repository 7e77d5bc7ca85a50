story D06 延期：首次派遣员批，二次指挥主任批，没有第三次 two extensions, the second by the head of command, and no third
requirement T22 T23 COL-09 EVA-02
platform luoyang

Mon 09:00  collector-1      report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  operator-1       accept                                   -> accepted
    09:10  shift-leader-1   file                                     -> filed
    09:15  dispatcher-1     dispatch unit=water                      -> handling  due 15:15
    10:00  water-1          ask-extension                            -> refused missing-particulars T22
    10:01  dispatcher-1     grant-extension                          -> refused no-petition T23
    10:05  water-1          ask-extension "备件在途"                 -> handling  petition pending  due 15:15
    10:06  water-1          ask-extension "再问一次"                 -> refused petition-pending
    10:07  shift-leader-1   grant-extension                          -> refused not-your-axis A2
    10:10  dispatcher-1     grant-extension                          -> handling  petition granted  extensions 1  due Tue 09:15
Tue 08:30  water-1          ask-extension limit="2 工作时" "备件下午到"  -> handling  petition pending
    08:35  dispatcher-1     grant-extension                          -> refused not-your-post T23
    08:40  command-chief-1  grant-extension                          -> handling  petition granted  extensions 2  due 11:15
    09:00  water-1          ask-extension "还不够"                   -> refused extensions-used-up T22
    11:00  water-1          handle photo=after "已修"                -> feedback  overdue no
ends feedback  extensions 2
# counting rule 7: the granted limit is the one that judges; cases, grants and hours are counted
counts Mon-Sun handled_on_time 1 extended 1 extension_grants 2 extension_hours 6
