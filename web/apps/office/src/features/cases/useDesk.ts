import { desk, queueLines, takings, type CaseLine, type DeskView, type Taking } from '@jingwei/api'
import { computed, onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue'
import { moved } from '../../shell/useLive'
import { post } from '../../shell/useSignedIn'

/** At first, and when somebody asks for all; the table draws only what is in sight. */
const FIRST = 1_000
const MOST = 10_000
const EVERY = 60_000

/** 工作台: the queues of the post with their counts, the lines of one of them, and who has which case in hand. */
export function useDesk(queue: Ref<string>) {
  const view = shallowRef<DeskView | null>(null)
  const lines = shallowRef<CaseLine[]>([])
  const taken = shallowRef<Map<string, Taking>>(new Map())
  const error = ref<unknown>(null)
  const loaded = ref(false)
  const wanted = ref(FIRST)
  let turn = 0

  async function read(): Promise<void> {
    const mine = ++turn
    try {
      const [counted, found, held] = await Promise.all([desk(), queueLines(queue.value, wanted.value), takings()])
      if (mine !== turn) return
      view.value = counted
      lines.value = found
      taken.value = new Map(held.filter(one => !one.mine && one.kind === counted.kind).map(one => [one.number, one]))
      error.value = null
      loaded.value = true
    } catch (refused) {
      if (mine === turn) error.value = refused
    }
  }
  watch([queue, post], () => {
    loaded.value = false
    lines.value = []
    wanted.value = FIRST
    void read()
  }, { immediate: true })
  const all = () => {
    wanted.value = MOST
    return read()
  }
  watch(moved, () => {
    if (!document.hidden) void read()
  })
  /* Minutes run without an act: what is left is asked for again. */
  const ticking = setInterval(() => {
    if (!document.hidden) void read()
  }, EVERY)
  const back = () => {
    if (!document.hidden) void read()
  }
  document.addEventListener('visibilitychange', back)
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', back)
    clearInterval(ticking)
    turn++
  })
  return { view, lines, taken, error, loaded, read, all, full: computed(() => lines.value.length >= wanted.value), most: computed(() => wanted.value === MOST) }
}
