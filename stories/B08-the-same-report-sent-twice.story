story B08 同一上报发送两次只立一件 the same report sent twice is one case
requirement T01 ACQ-15
platform luoyang

Mon 09:00  collector-1     report sent=twice class=component-0101 condition=2 at=center photo=before "信号不好，又发了一次"  -> reported  acts 1
    09:05  operator-1      accept                                    -> accepted  version 2
ends accepted  acts 2
