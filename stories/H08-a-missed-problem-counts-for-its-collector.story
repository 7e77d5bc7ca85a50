story H08 漏报由中心确认，计入当班采集员 a missed problem, confirmed by the center, counts for its collector
requirement ACC-24 EVA-02 T05
platform luoyang

# counting rule 14: others found what the collector's round should have found; the center confirms it
Mon 09:00  operator-1      register source=HOTLINE class=event-0201 condition=1 at=center "路口墙面有小广告"  -> reported  source hotline
    09:05  operator-1      ask-verify collector=collector-3          -> verifying  task collector-3
    09:20  collector-3     verify-true photo=verify                  -> verified
    09:25  operator-1      accept                                    -> accepted
    09:30  shift-leader-1  file                                      -> filed
Tue 10:05  center-chief-1  confirm-fault kind=missed collector=collector-3 "当班路段应发现未发现"  -> confirmed
    10:10  center-chief-1  confirm-fault kind=missed collector=collector-3 "当班路段应发现未发现"  -> refused fault-known ACC-24
ends filed
# it counts in the period in which the problem was reported
counts Mon-Mon missed 1 public_verified 1 filed 1
counts Tue-Tue missed 0
