story B05 不予立案 the shift leader refuses to file
requirement T12 ACC-08 EVA-02
platform luoyang

Mon 09:00  collector-1     report class=event-0301 condition=1 at=center photo=before "施工声音大"  -> reported
    09:05  operator-1      accept                                    -> accepted
    09:10  operator-1      refuse-filing "不在范围"                  -> refused not-your-post T12
    09:11  shift-leader-1  refuse-filing                             -> refused missing-particulars T12
    09:12  shift-leader-1  refuse-filing "已获夜间施工许可"          -> not-filed
    09:15  shift-leader-1  file                                      -> refused final A8
ends not-filed
# counting rule 9: ended by the shift leader before filing is not filed
counts Mon-Sun not_filed 1 accepted 1 annulled 0 filed 0
