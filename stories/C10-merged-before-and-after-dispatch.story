story C10 并案：派遣前由监督轴，派遣后由指挥轴 cases merged by supervision before dispatch, by command after it
requirement T40
platform luoyang

Mon 09:00  collector-1     report class=component-0101 condition=3 at=center photo=before "井盖松动"  -> reported
    09:02  collector-2     report @second class=component-0101 condition=3 at=center photo=before "井盖松动"  -> reported
    09:03  collector-3     report @third class=component-0101 condition=3 at=center photo=before "井盖松动"  -> reported
    09:05  operator-1      merge @second                             -> refused missing-particulars T40
    09:06  operator-1      merge @second into=@second                -> refused no-such-peer T40
    09:07  operator-1      merge @second into=@it "同一井盖"         -> merged  into yes
    09:08  operator-1      merge into=@second                        -> refused peer-ended T40
    09:10  operator-1      accept                                    -> accepted
    09:10  operator-1      accept @third                             -> accepted
    09:12  shift-leader-1  file                                      -> filed
    09:12  shift-leader-1  file @third                               -> filed
    09:15  dispatcher-1    dispatch unit=water                       -> handling
    09:15  dispatcher-1    dispatch @third unit=water                -> handling
    09:20  operator-1      merge @third into=@it                     -> refused not-your-post T40
    09:25  dispatcher-1    merge @third into=@it "并入前案"          -> merged  into yes
    09:30  water-1         read @third                               -> merged
ends handling  into no
