story B03 重复上报关联原案件 a duplicate is tied to its original
requirement T09 ACC-09 EVA-02
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:20  operator-1      register @again source=HOTLINE class=component-0101 condition=2 at=center reporter=wants-reply "井盖坏了"  -> reported
    09:25  operator-1      mark-duplicate @again                     -> refused missing-particulars T09
    09:26  operator-1      mark-duplicate @again original=@again     -> refused no-original T09
    09:30  operator-1      mark-duplicate @again original=@it "同一处井盖"  -> duplicate  original yes  reporter shown
    09:35  collector-2     report @third class=component-0101 condition=2 at=center photo=before "井盖破损"  -> reported
    09:36  operator-1      mark-duplicate @third original=@again     -> refused original-ended T09
    09:40  operator-1      mark-duplicate @third original=@it        -> duplicate  original yes
ends reported  original no
# counting rule 12: a duplicate counts as accepted, not as filed
counts Mon-Sun accepted 2 duplicates 2 filed 0
