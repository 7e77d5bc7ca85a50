import { listCases, type CaseFilter, type CaseLine } from '@jingwei/api'
import { onBeforeUnmount, reactive, ref, shallowRef, watch } from 'vue'
import { asMoment } from './caseFilter'
import { post } from '../../shell/useSignedIn'

const PAGE = 50
const EVERY = 6_000

/** 案件列表: pages by cursor, and looks again every few seconds for as many lines as are on the screen. */
export function useCaseList() {
  const filter = reactive<CaseFilter>({ text: '', stage: '', light: '', open: true })
  const lines = shallowRef<CaseLine[]>([])
  const next = ref<string | null>(null)
  const error = ref<unknown>(null)
  const busy = ref(false)
  const loaded = ref(false)
  let turn = 0

  const asked = (): CaseFilter => ({ ...filter, text: filter.text && filter.text.trim().length > 1 ? filter.text.trim() : '',
    begunFrom: asMoment(filter.begunFrom, 0), begunTo: asMoment(filter.begunTo, 1) })

  /** Reads from the top until `wanted` lines are there; an answer that came too late is thrown away. */
  async function read(wanted: number, quiet: boolean): Promise<void> {
    const mine = ++turn
    busy.value = !quiet
    try {
      let found: CaseLine[] = []
      let cursor: string | null = null
      do {
        const page = await listCases(asked(), cursor, Math.min(200, Math.max(PAGE, wanted - found.length)))
        if (mine !== turn) return
        found = found.concat(page.cases)
        cursor = page.next ?? null
      } while (cursor && found.length < wanted)
      lines.value = found
      next.value = cursor
      error.value = null
      loaded.value = true
    } catch (refused) {
      if (mine === turn) error.value = refused
    } finally {
      if (mine === turn) busy.value = false
    }
  }

  const reload = () => read(PAGE, false)
  const more = () => read(lines.value.length + PAGE, false)

  let typing: ReturnType<typeof setTimeout> | undefined
  watch(filter, () => {
    clearTimeout(typing)
    typing = setTimeout(() => void reload(), 350)
  })
  watch(post, () => void reload())
  const looking = setInterval(() => {
    if (!document.hidden && !busy.value) void read(lines.value.length, true)
  }, EVERY)
  onBeforeUnmount(() => {
    clearInterval(looking)
    clearTimeout(typing)
    turn++
  })
  void reload()
  return { filter, lines, next, error, busy, loaded, reload, more }
}
