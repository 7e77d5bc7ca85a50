import {
  beginCase, caller, classAdvice, classForm, duplicatesNear, Submission, suppressionsAt, tieCall,
  type ActField, type Answers, type Caller, type FormField, type CaseLine, type ClassAdvice, type Point, type Suppression,
} from '@jingwei/api'
import { forgetDraft, keepDraft, say } from '@jingwei/ui'
import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { left, toParticulars, type Draft } from '../../forms/particulars'
import { signedIn } from '../../shell/useSignedIn'

interface Kept { id: string, call: string, draft: Draft }

const fresh = (): Kept => ({ id: crypto.randomUUID(), call: '', draft: { source: 'HOTLINE', reporter: { name: '', phone: '', wantsReply: true } } })
const later = (wait: number, run: () => void) => {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(run, wait)
  }
  onBeforeUnmount(() => clearTimeout(waiting))
  return soon
}

/** 登记: one report as it is being taken down, with what the number, the words and the place tell about it. */
export function useRegistration() {
  const kept = ref<Kept>(fresh())
  const key = () => `${signedIn.value?.account ?? ''}.register`
  const store = keepDraft(key, kept)
  const restored = ref(store.restore())
  const draft = computed(() => kept.value.draft)
  const known = shallowRef<Caller | null>(null)
  const advice = shallowRef<ClassAdvice[]>([])
  const near = shallowRef<CaseLine[]>([])
  const hushed = shallowRef<Suppression[]>([])
  const error = ref<unknown>(null)
  const busy = ref(false)
  const submission = new Submission()
  let asking: AbortController | null = null

  const fields = computed<ActField[]>(() => {
    const field = (name: string, zh: string, en: string, required = false): ActField => ({ key: name, name: say(zh, en), required })
    return [
      field('source', '来源', 'Source', true), field('reporter', '举报人', 'Reporter'), field('description', '问题描述', 'Description', true),
      field('classCode', '小类', 'Class', true), field('condition', '立案条件', 'Filing condition'), field('address', '地点描述', 'Address'),
      field('point', '位置', 'Position', true), field('component', '部件标识码', 'Component'), field('evidence', '照片', 'Photos'),
      field('number', '对方编号', "The other platform's number"), field('opinion', '备注', 'Remark'), field('extra', '补充栏目', 'Further questions'),
    ]
  })
  const asked = shallowRef<FormField[]>([])
  const missing = computed(() => [...left(fields.value, draft.value), ...asked.value.filter(each => each.required && (draft.value.extra as Answers | undefined)?.[each.key] === undefined)
    .map((each): ActField => ({ key: `extra.${each.key}`, name: each.label, required: true }))])
  watch(() => draft.value.classCode, async (code, before) => {
    asked.value = []
    if (before) draft.value.extra = undefined
    if (!code) return
    const form = await classForm(String(code)).catch(() => null)
    if (code === draft.value.classCode) asked.value = form?.fields ?? []
  }, { immediate: true })

  watch(() => draft.value.reporter?.phone ?? '', later(350, () => {
    const phone = draft.value.reporter?.phone?.trim() ?? ''
    known.value = null
    if (phone.replace(/\D/g, '').length < 7) return
    void caller(phone).then(answer => {
      if (phone === draft.value.reporter?.phone?.trim()) known.value = answer
    }, () => undefined)
  }), { immediate: true })
  watch(() => String(draft.value.description ?? ''), later(300, () => {
    const words = String(draft.value.description ?? '').trim()
    asking?.abort()
    if (words.length < 2) {
      advice.value = []
      return
    }
    asking = new AbortController()
    void classAdvice(words.slice(0, 300), asking.signal).then(answer => { advice.value = answer }, () => undefined)
  }), { immediate: true })
  watch(() => [draft.value.classCode, draft.value.point?.longitude, draft.value.point?.latitude], async ([code, longitude, latitude]) => {
    near.value = []
    hushed.value = []
    if (!code || typeof longitude !== 'number' || typeof latitude !== 'number') return
    const point: Point = { longitude, latitude }
    const [twins, zones] = await Promise.all([duplicatesNear(String(code), point).catch(() => []), suppressionsAt(String(code), point).catch(() => [])])
    if (code !== draft.value.classCode || longitude !== draft.value.point?.longitude) return
    near.value = twins
    hushed.value = zones
  }, { immediate: true })

  function takeAdvice(one: ClassAdvice): void {
    draft.value.classCode = one.classCode
    if (one.condition) draft.value.condition = one.condition
  }

  function clear(): void {
    kept.value = fresh()
    submission.done()
    error.value = null
    restored.value = false
    store.forget()
  }

  /** 清空 may be undone until something else is typed or sent. */
  const cleared = shallowRef<Kept | null>(null)
  function startAnew(): void {
    const before = kept.value
    clear()
    cleared.value = before
  }
  function undoClear(): void {
    if (!cleared.value) return
    kept.value = cleared.value
    cleared.value = null
    restored.value = true
  }

  /** Sends it; what was typed stays until the server has acknowledged. */
  async function send(): Promise<string | null> {
    busy.value = true
    error.value = null
    const body = { act: 'register', id: kept.value.id, particulars: toParticulars(fields.value, draft.value) }
    try {
      const made = await beginCase(body, submission.keyFor(body))
      const { call } = kept.value
      if (call) await tieCall(call, made.number).catch(() => undefined)
      clear()
      cleared.value = null
      forgetDraft(key())
      return made.number
    } catch (refused) {
      error.value = refused
      return null
    } finally {
      busy.value = false
    }
  }
  return { asked, kept, draft, restored, known, advice, near, hushed, error, busy, missing, takeAdvice, startAnew, cleared, undoClear, send }
}
