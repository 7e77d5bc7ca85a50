story B07 上报必须齐全 a report brings form, photo and a point inside the grids
requirement T01 ACQ-02 ACQ-03 ACC-03
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=2 at=center "没有照片"                        -> refused missing-particulars T01
    09:00  collector-1     report class=component-0101 condition=2 at=center photo=after "照片不对"            -> refused photo-missing T01
    09:00  collector-1     report class=component-0101 condition=2 at=center photo=unknown "照片没有上传"      -> refused unknown-media ACQ-03
    09:00  collector-1     report class=component-0101 condition=2 at=nowhere photo=before "在网格之外"        -> refused outside-every-grid
    09:00  collector-1     report class=component-7777 at=center photo=before "没有的小类"                     -> refused unknown-class
    09:00  collector-1     report class=component-0101 condition=2 at=center photo=before unit=water "多说了"  -> refused unexpected-particulars T01
    09:00  operator-1      register source=COLLECTOR class=component-0101 condition=2 at=center "替采集员登记" -> refused source-is-collector T02
    09:00  collector-1     report class=component-0101 condition=2 at=center fix=north photo=before "齐全"     -> reported
ends reported  acts 1  class component-0101
