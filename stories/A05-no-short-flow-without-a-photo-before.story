story A05 没有处置前照片不能走简易流程 without a photo from before there is no short flow
requirement T02 T39 A4
platform luoyang

Mon 10:00  operator-1      register source=LEADER class=event-0201 condition=1 at=center "领导批示：小广告"  -> reported
    10:05  operator-1      accept                                    -> accepted
    10:08  shift-leader-1  file                                      -> filed
    10:10  shift-leader-1  close-short photo=after "当场清除"        -> refused no-photo-before A4
ends filed  clock dispatch
