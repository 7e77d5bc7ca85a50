import { notices as askNotices, readNotice, type Notice } from '@jingwei/api'
import { computed, ref, shallowRef, watch } from 'vue'
import { signedIn } from './useSignedIn'

const THROTTLE = 900
const WITHOUT_STREAM = 10_000

/** Counts up when something moved on the platform; pages that show cases ask again. */
export const moved = ref(0)
export const notices = shallowRef<Notice[]>([])
export const unread = computed(() => notices.value.filter(notice => !notice.readAt).length)
/** The newest notice that came while this window was open. */
export const arrived = shallowRef<Notice | null>(null)
export const connected = ref(true)

let source: EventSource | null = null
let waiting: ReturnType<typeof setTimeout> | undefined
let last = 0

function ripple(): void {
  clearTimeout(waiting)
  const wait = Math.max(0, last + THROTTLE - Date.now())
  waiting = setTimeout(() => {
    last = Date.now()
    moved.value++
  }, wait)
}

async function load(): Promise<void> {
  await askNotices().then(answer => { notices.value = answer.notices }, () => undefined)
}

/** One stream a window; it mends itself, and while it is away the pages are told to look every ten seconds. */
function open(): void {
  source?.close()
  source = new EventSource('/api/notices/stream')
  source.addEventListener('ripple', ripple)
  source.addEventListener('notice', event => {
    const notice = JSON.parse((event as MessageEvent<string>).data) as Notice
    notices.value = [notice, ...notices.value.filter(one => one.id !== notice.id)].slice(0, 100)
    arrived.value = notice
  })
  source.onopen = () => {
    if (!connected.value) ripple()
    connected.value = true
  }
  source.onerror = () => { connected.value = false }
}

watch(() => signedIn.value?.account, account => {
  source?.close()
  source = null
  notices.value = []
  arrived.value = null
  if (account && !signedIn.value?.mustChange) {
    void load()
    open()
  }
}, { immediate: true })
setInterval(() => {
  if (!signedIn.value || connected.value || document.hidden) return
  ripple()
  if (source?.readyState === EventSource.CLOSED) open()
}, WITHOUT_STREAM)

export async function markRead(notice: Notice): Promise<void> {
  if (notice.readAt) return
  notices.value = notices.value.map(one => (one.id === notice.id ? { ...one, readAt: new Date().toISOString() } : one))
  await readNotice(notice.id).catch(() => undefined)
}
