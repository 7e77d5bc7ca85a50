story H06 作废案件退出单位计数，影响准确立案 a void case leaves the counts of its unit and is a wrong filing
requirement EVA-02 T34
platform luoyang

# counting rule 9: annulled after filing is void
Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  shift-leader-1  file                                      -> filed
    09:15  dispatcher-1    dispatch unit=water                       -> handling  due 15:15
    10:00  water-1         handle photo=after "现场无此井盖"         -> feedback
    10:05  dispatcher-1    report-back                               -> to-check
    10:30  shift-leader-1  annul "部件数据有误"                      -> annulled
ends annulled
counts Mon-Sun annulled 1 filings 1 filings_right 0 unit_filed 0 handled 0 closed 0
