story B04 早已了结的案件不能作原案件 a case that ended days ago is no original any more
requirement T09
platform luoyang

Mon 09:00  collector-1     report @old class=event-0201 condition=1 at=center photo=before "小广告"  -> reported
    09:05  collector-1     settle-on-spot @old photo=after           -> settled
    09:10  operator-1      approve-settlement @old                   -> closed
Tue 09:00  collector-2     report @soon class=event-0201 condition=1 at=center photo=before "小广告"  -> reported
    09:05  operator-1      mark-duplicate @soon original=@old        -> duplicate
Fri 09:00  collector-2     report class=event-0201 condition=1 at=center photo=before "又有小广告"  -> reported
    09:05  operator-1      mark-duplicate original=@old              -> refused original-ended T09
    09:10  operator-1      accept                                    -> accepted
ends accepted
