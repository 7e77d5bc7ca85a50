import { performAct, proposals, Submission, type CaseLine, type QueueProposal } from '@jingwei/api'
import { computed, onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue'
import { postKind } from '../../shell/useSignedIn'

const AT_ONCE = 100
/** How long a dispatch by one key may be called back before it is sent: an act that was performed cannot be undone by its author. */
const HELD_BACK = 5_000

export interface Pending { proposal: QueueProposal, until: number }

/** 采纳建议: the proposed unit with its reason for the cases of a dispatcher's queue, and one key that takes it, with time to change one's mind. */
export function useProposals(queue: Ref<string>, lines: Ref<CaseLine[]>, sent: (proposal: QueueProposal) => void, failed: (error: unknown, proposal: QueueProposal) => void) {
  const known = shallowRef<Map<string, QueueProposal>>(new Map())
  const pending = ref<Pending | null>(null)
  let waiting: ReturnType<typeof setTimeout> | undefined
  const wanted = computed(() => postKind.value === 'dispatcher' && ['to-do', 'returned', 'overdue'].includes(queue.value))
  const waits = (line: CaseLine) => line.state === 'filed' || line.state === 'to-dispatch'

  watch([wanted, lines], async () => {
    const asked = wanted.value ? lines.value.filter(waits).slice(0, AT_ONCE) : []
    if (!asked.length) {
      known.value = new Map()
      return
    }
    if (asked.every(line => known.value.get(line.number)?.version === line.version)) return
    const found = await proposals(asked.map(line => line.number)).catch(() => null)
    if (found) known.value = new Map(found.map(one => [one.number, one]))
  }, { immediate: true })

  async function send(leaving = false): Promise<void> {
    clearTimeout(waiting)
    const { proposal } = pending.value ?? {}
    pending.value = null
    if (!proposal?.unit) return
    const body = { act: 'dispatch', version: proposal.version, particulars: { unit: proposal.unit } }
    try {
      await performAct(proposal.number, body, new Submission().keyFor({ number: proposal.number, ...body }), leaving)
      sent(proposal)
    } catch (refused) {
      failed(refused, proposal)
    }
  }
  /** The one before is sent at once, so that a queue is worked as fast as it is read. */
  function accept(number: string): void {
    const proposal = known.value.get(number)
    if (!proposal?.unit || pending.value?.proposal.number === number) return
    void send()
    pending.value = { proposal, until: Date.now() + HELD_BACK }
    waiting = setTimeout(() => void send(), HELD_BACK)
  }
  function callBack(): void {
    clearTimeout(waiting)
    pending.value = null
  }
  const leaving = () => void send(true)
  window.addEventListener('pagehide', leaving)
  onBeforeUnmount(() => {
    window.removeEventListener('pagehide', leaving)
    void send()
  })
  return { known, wanted, pending, accept, callBack }
}
