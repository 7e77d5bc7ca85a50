import { say } from '@jingwei/ui/language'
import { ask, changePassword, currentSession, Refused, signOut, speaker, type Me } from '@jingwei/api'
import { ref } from 'vue'
import { deviceId, needsSignIn, pump, recount, tidy } from '../field/outbox'
import { keepTrack, sendTrack, watchPosition } from '../field/position'
import { loadReference, settings, synchronise, tooOld } from '../field/reference'
import { hearNotices, watchDue } from '../field/signals'
import { loadTasks, refreshTasks } from '../field/tasks'
import { keepTiles } from '../field/tiles'
import { boxes } from '../field/outbox'
import { canOpen, isOpen, lock, resume, unlock, wipe } from '../kept/store'

export interface Duty { id: string, signedInAt: string, shift?: string, inGrid: boolean, resting: boolean, dutyGrids: string[], signedOutAt?: string }
interface Known { platform: string, account: string, post: string, name: string, postName: string }

const KNOWN = 'jingwei.collector'
const DAYS_KEPT = 3
const EVERY_MS = 60_000

export const known = ref<Known | null>(JSON.parse(localStorage.getItem(KNOWN) ?? 'null') as Known | null)
export const online = ref(navigator.onLine)
export const duty = ref<Duty | null>(JSON.parse(localStorage.getItem('jingwei.duty') ?? 'null') as Duty | null)
/** signed-out: nobody; must-change: the password was given by somebody else; locked: the center locked the phone; open: at work, with or without a network. */
export const state = ref<'starting' | 'signed-out' | 'must-change' | 'locked' | 'wiped' | 'outdated' | 'open'>('starting')

/** After the app was opened or killed: goes on with what is on the phone, and asks the server when it can. */
export async function start(): Promise<void> {
  if (known.value && await resume(owner(known.value))) {
    speaker.post = known.value.post
    await work()
  } else {
    state.value = 'signed-out'
  }
  if (await ordered()) return
  if (state.value === 'open') await greet()
}

const owner = (who: { platform: string, account: string }) => `${who.platform}-${who.account}`

/** Answered where what waits on the phone opens with the former password only. */
export const FORMER_WANTED = 'former-password-wanted'

export async function signInHere(platform: string, account: string, password: string, former = ''): Promise<string> {
  try {
    const me = await ask<Me>('POST', '/api/sessions', { body: { platform, account, password, device: deviceId() } })
    const post = me.posts.find(held => held.id.startsWith('collector')) ?? me.posts[0]
    if (!post) return say('此账号没有岗位，请与监督中心联系', 'This account holds no post; ask the center')
    if (!await unlock(owner({ platform, account }), password, former)) return FORMER_WANTED
    known.value = { platform, account, post: post.id, name: me.personName, postName: post.name }
    localStorage.setItem(KNOWN, JSON.stringify(known.value))
    speaker.csrf = me.csrf
    speaker.post = post.id
    needsSignIn.value = false
    if (me.mustChange) {
      state.value = 'must-change'
      return ''
    }
    await work()
    if (!await ordered()) await afterGreeting()
    return ''
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 0 && await unlockOffline(platform, account, password)) return ''
    return error instanceof Refused ? `${error.problem.title}。${error.problem.detail ?? ''}` : String(error)
  }
}

/** 修改口令: at the server first, then what is on the phone opens with the new one too (DEV-01). */
export async function changeOwnPassword(former: string, wanted: string, key: string): Promise<void> {
  await changePassword(former, wanted, key)
  if (known.value) await unlock(owner(known.value), wanted, former)
  if (state.value === 'must-change') {
    await work()
    await afterGreeting()
  }
}

/** No network: the password opens what is on the phone, and the work goes on. */
async function unlockOffline(platform: string, account: string, password: string): Promise<boolean> {
  if (known.value?.platform !== platform || known.value.account !== account) return false
  if (!await canOpen(owner(known.value), password)) return false
  speaker.post = known.value.post
  await work()
  return true
}

/** What is on the phone is shown first; nothing waits for the network. */
async function work(): Promise<void> {
  state.value = 'open'
  await loadReference()
  await loadTasks()
  await recount()
  watchPosition()
  keepTrack(duty.value !== null && !duty.value.resting, settings.value.intervalSeconds)
}

/** Takes up the session of the cookie again. */
async function greet(): Promise<void> {
  try {
    speaker.csrf = (await currentSession()).csrf
    await afterGreeting()
  } catch (error) {
    needsSignIn.value = error instanceof Refused && error.problem.status === 401
  }
}

async function afterGreeting(): Promise<void> {
  hearNotices()
  void pump()
  await Promise.allSettled([synchronise().then(outdated).then(keepTiles), refreshTasks(), refreshDuty(), sendTrack(), tell(), tidy(DAYS_KEPT)])
}

function outdated(): void {
  if (tooOld(__VERSION__, settings.value.lowestVersion)) state.value = 'outdated'
}

export async function refreshDuty(): Promise<void> {
  const own = await ask<{ attendance?: Duty }>('GET', '/api/collection/attendance/current')
  setDuty(own.attendance ?? null)
}

export function setDuty(now: Duty | null): void {
  duty.value = now
  if (now) localStorage.setItem('jingwei.duty', JSON.stringify(now))
  else localStorage.removeItem('jingwei.duty')
  keepTrack(now !== null && !now.resting, settings.value.intervalSeconds)
}

/** Tells the center how this phone is, and hears whether it is to lock or wipe itself. */
async function tell(): Promise<void> {
  const orders = await ask<Orders>('POST', `/api/collection/phones/${deviceId()}/state`,
    { body: { version: __VERSION__, waiting: boxes.value.queue, sentAt: new Date().toISOString() } })
  await obey(orders)
}

interface Orders { lock: boolean, wipe: boolean, lowestVersion: string }

async function ordered(): Promise<boolean> {
  if (!known.value) return false
  try {
    return await obey(await ask<Orders>('GET', `/api/collection/phones/${deviceId()}/orders?platform=${known.value.platform}`))
  } catch {
    return false
  }
}

async function obey(orders: Orders): Promise<boolean> {
  if (orders.wipe) {
    const where = `/api/collection/phones/${deviceId()}/orders?platform=${known.value?.platform ?? ''}&wiped=true`
    await wipe()
    known.value = null
    state.value = 'wiped'
    await ask('GET', where).catch(() => undefined)
    return true
  }
  if (orders.lock) {
    await lock()
    state.value = 'locked'
    return true
  }
  return false
}

/** Only with empty hands: what is not sent yet would be locked in. */
export async function leave(): Promise<string> {
  await recount()
  if (boxes.value.queue > 0) return say(`还有 ${boxes.value.queue} 件没有送出，送完再退出`, `${boxes.value.queue} not sent yet; leave when they are`)
  await signOut().catch(() => undefined)
  await lock()
  speaker.csrf = ''
  state.value = 'signed-out'
  return ''
}

window.addEventListener('online', () => { online.value = true; if (state.value === 'open') void greet() })
window.addEventListener('offline', () => { online.value = false })
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible' && state.value === 'open') void greet() })
setInterval(() => { if (state.value === 'open' && isOpen() && online.value) void tell().catch(() => undefined) }, EVERY_MS)
setInterval(() => { if (state.value === 'open') watchDue(Date.now()) }, 20_000)
