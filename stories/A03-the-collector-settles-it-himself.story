story A03 采集员自行处置，另一人审核 a collector settles a small thing on the spot, somebody else approves
requirement T01 T37 T38 ACQ-18 A5 EVA-02
platform luoyang

Mon 09:00  collector-1     report class=event-0201 condition=1 at=center photo=before "一张小广告"  -> reported
    09:02  collector-2     settle-on-spot photo=after                -> refused not-your-report T37
    09:03  collector-1     settle-on-spot photo=before               -> refused photo-missing T37
    09:05  collector-1     settle-on-spot photo=before,after "已撕除" -> settled  clock approve  due 10:05
    09:06  collector-1     approve-settlement                        -> refused not-your-post T38
    09:10  operator-1      refuse-settlement "处置后照片看不清"      -> reported  clock accept
    09:12  collector-1     settle-on-spot photo=after "已重拍"       -> settled
    09:15  shift-leader-1  approve-settlement                        -> closed
ends closed  round 1  closing real  acts 5
# counting rule 11: self-handled is never mixed into filed and closed
counts Mon-Sun self_reported 1 self_handled 1 filed 0 closed 0 reports_sent 0
