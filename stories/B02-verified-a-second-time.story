story B02 不属实的可再派核实 what was found untrue may be verified once more
requirement T04 T06 T05
platform luoyang

Mon 09:00  operator-1      register source=APP class=event-0401 condition=1 at=center "路面塌陷"  -> reported
    09:05  operator-1      ask-verify collector=collector-1          -> verifying
    09:30  collector-1     verify-false photo=verify                 -> disproved
    09:35  operator-1      ask-verify collector=collector-2          -> verifying  task collector-2
    10:00  collector-2     verify-true photo=verify class=event-0110 condition=2 at=east "塌陷在东侧，是路面破损"  -> verified  class event-0110
    10:05  operator-1      accept                                    -> accepted
    10:10  shift-leader-1  file                                      -> filed  condition 2
ends filed  class event-0110
