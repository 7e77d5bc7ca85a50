story B01 核实不属实，不予受理 a report found untrue is declined
requirement T06 T08 ACC-04 EVA-02
platform luoyang

Mon 09:00  operator-1      register source=WEB class=event-0401 condition=1 at=center reporter=wants-reply "路面塌陷"  -> reported
    09:05  operator-1      ask-verify collector=collector-1          -> verifying
    09:10  collector-1     verify-false                              -> refused missing-particulars T06
    09:30  collector-1     verify-false photo=verify "现场完好"      -> disproved
    09:35  operator-1      accept                                    -> refused not-now T07
    09:36  operator-1      decline                                   -> refused missing-particulars T08
    09:40  operator-1      decline "核实不属实，已答复举报人"        -> declined
ends declined  clock none
# counting rule 9: ended by the operator is declined
counts Mon-Sun declined 1 annulled 0 filed 0
