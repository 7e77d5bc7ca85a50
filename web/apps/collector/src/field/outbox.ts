import { say } from '@jingwei/ui/language'
import { ask, Refused, speaker } from '@jingwei/api'
import { ref } from 'vue'
import { Upload } from 'tus-js-client'
import { countBoxes, dropPhotos, getPhoto, isOpen, itemsIn, putItem, type Box } from '../kept/store'
import type { Item, Medium } from './item'

interface Standing {
  state: 'WAITING' | 'DONE' | 'REFUSED'
  number?: string
  missing: string[]
  refusal?: { code: string, what: { zh: string, en: string }, remedy: { zh: string, en: string } }
}

/** Parts small enough for a bad link: a break costs one of them (device.md 5, rule 4). */
const PART = 64 * 1024
const AGAIN_MS = 15_000

export const boxes = ref<Record<Box, number>>({ draft: 0, queue: 0, sent: 0, failed: 0 })
export const sending = ref('')
export const needsSignIn = ref(false)

export async function recount(): Promise<void> {
  if (isOpen()) boxes.value = await countBoxes()
}

let again: ReturnType<typeof setTimeout> | undefined

/** 发送: all forms first, then the photos, one phone page at a time. Whatever breaks, the next call goes on. */
export async function pump(): Promise<void> {
  clearTimeout(again)
  if (!isOpen()) return
  await navigator.locks.request('jingwei-outbox', { ifAvailable: true }, async held => {
    if (held) await sendAll()
  })
  await recount()
  if (boxes.value.queue > 0 && !needsSignIn.value) again = setTimeout(() => void pump(), AGAIN_MS)
}

async function sendAll(): Promise<void> {
  try {
    const waiting: { item: Item, standing: Standing }[] = []
    for (const item of await itemsIn<Item>('queue')) {
      const standing = await sendForm(item)
      if (standing?.state === 'WAITING') waiting.push({ item, standing })
    }
    for (const { item, standing } of waiting) await sendPhotos(item, standing)
    needsSignIn.value = false
  } catch (error) {
    // No network, or the session is over: everything stays in the queue.
    needsSignIn.value = error instanceof Refused && error.problem.status === 401
  } finally {
    sending.value = ''
  }
}

const passing = (error: unknown): boolean => !(error instanceof Refused)
  || error.problem.status === 0 || error.problem.status === 401 || error.problem.status === 429 || error.problem.status >= 500

const addressOf = (item: Item) => item.kind === 'NOTE' ? '/api/collection/notes' : '/api/collection/submissions'

function formOf(item: Item): object {
  const media = item.media.map(({ hash, kind, view, size, takenAt, longitude, latitude }) => ({ hash, kind, view, size, takenAt, longitude, latitude }))
  const clock = { saidAt: item.saidAt, sentAt: new Date().toISOString(), device: deviceId() }
  const { classCode, component, description, point } = item.particulars
  return item.kind === 'NOTE'
    ? { id: item.id, ...item.note, classCode, component, words: description, point, photos: media.map(each => each.hash), ...clock }
    : { id: item.id, kind: item.kind, act: item.act, number: item.number, particulars: item.particulars, media, ...clock }
}

async function sendForm(item: Item): Promise<Standing | null> {
  sending.value = item.title
  try {
    const standing = await ask<Standing>('POST', addressOf(item), { key: item.id, body: formOf(item) })
    if (!item.formSent) await putItem({ ...item, formSent: true })
    await settle(item, standing)
    return standing
  } catch (error) {
    if (passing(error)) throw error
    const { problem } = error as Refused
    await putItem({ ...item, box: 'failed', trouble: problem.title, remedy: problem.detail })
    return null
  }
}

async function sendPhotos(item: Item, standing: Standing): Promise<void> {
  for (const medium of item.media.filter(each => standing.missing.includes(each.hash))) {
    sending.value = `${item.title} · ${say('照片', 'photos')}`
    await uploadPhoto(medium)
  }
  await settle({ ...item, formSent: true }, await ask<Standing>('GET', `${addressOf(item)}/${item.id}`))
}

async function settle(item: Item, standing: Standing): Promise<void> {
  if (standing.state === 'DONE') {
    await putItem({ ...item, box: 'sent', caseNumber: standing.number, sentAt: Date.now(), trouble: undefined, remedy: undefined })
  } else if (standing.state === 'REFUSED') {
    await putItem({ ...item, box: 'failed', trouble: standing.refusal && say(standing.refusal.what.zh, standing.refusal.what.en), remedy: standing.refusal && say(standing.refusal.remedy.zh, standing.refusal.remedy.en) })
  }
}

/** 传一张: goes on where a break left it; the server knows a photo by its content, so a second time costs nothing. */
export async function uploadPhoto(medium: Medium): Promise<void> {
  const photo = await getPhoto(medium.hash)
  if (!photo) return
  const told = { 'X-CSRF': speaker.csrf, ...(speaker.post ? { 'X-Post': speaker.post } : {}), 'Accept-Language': 'zh-CN' }
  await new Promise<void>((done, failed) => {
    const going = new Upload(photo, {
      endpoint: '/api/collection/uploads',
      chunkSize: PART,
      retryDelays: [1000, 3000],
      headers: told,
      metadata: { sha256: medium.hash },
      fingerprint: () => Promise.resolve(`jingwei-${medium.hash}`),
      removeFingerprintOnSuccess: true,
      onSuccess: () => done(),
      onError: error => failed(error),
    })
    void going.findPreviousUploads().then(previous => {
      if (previous[0]) going.resumeFromPreviousUpload(previous[0])
      going.start()
    })
  })
}

/** Sent long enough ago: their photos leave the phone. */
export async function tidy(days: number): Promise<void> {
  const old = Date.now() - days * 86_400_000
  for (const item of await itemsIn<Item>('sent')) {
    if ((item.sentAt ?? Date.now()) < old && item.media.length > 0) {
      await dropPhotos(item.media.map(each => each.hash))
    }
  }
}

/** 手机标识, made at the first run. */
export function deviceId(): string {
  let id = localStorage.getItem('jingwei.device')
  if (!id) {
    id = crypto.randomUUID()
    localStorage.setItem('jingwei.device', id)
  }
  return id
}
