import { businessClock } from '@jingwei/api'
import { businessNow } from '@jingwei/domain'
import { onBeforeUnmount, ref } from 'vue'

/** Business time for the words "还剩 …": the platform's clock, which a trial run or a demonstration may have moved. */
export function useBusinessClock() {
  const now = ref(Date.now())
  let clock = { now: new Date().toISOString(), rate: 1 }
  let askedAt = Date.now()
  const tick = () => {
    now.value = businessNow(clock, askedAt, Date.now())
  }
  const ask = async () => {
    try {
      const answer = await businessClock()
      clock = answer
      askedAt = Date.now()
      tick()
    } catch {
      // The clock we have goes on; the page's own requests say that the server is away.
    }
  }
  void ask()
  const ticking = setInterval(tick, 5_000)
  const asking = setInterval(() => void ask(), 60_000)
  onBeforeUnmount(() => {
    clearInterval(ticking)
    clearInterval(asking)
  })
  return now
}
