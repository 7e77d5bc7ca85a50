import { ask, query } from '@jingwei/api'

export interface Collector {
  post: string, postName: string, name?: string, phone?: string, state: 'ON_DUTY' | 'ON_BREAK' | 'OFF_DUTY', signal: 'FRESH' | 'UNKNOWN' | 'NONE'
  shift?: string, signedInAt?: string, dutyGrids: string[], longitude?: number, latitude?: number, lastSeen?: string, battery?: number, openTasks: number
}
export interface TrackPoint { at: string, longitude: number, latitude: number, accuracy?: number, speed?: number, coarse: boolean, late: boolean }
export interface Attendance { id: string, shift?: string, signedInAt: string, signedOutAt?: string, validUntil: string, inGrid: boolean, outBy?: string, clockSkew: number }
export interface Day { attendance: Attendance[], track: { points: TrackPoint[], meters: number, gaps: { from: string, to: string }[], stops: { from: string, to: string }[] } }
export interface Figures { reports: number, valid: number, decided: number, settled: number, tasks: number, inTime: number, refused: number, hours: number, meters: number, score: number }
export interface RollCallLine { rollCall: string, post: string, askedAt: string, answeredAt?: string, inTime?: boolean, inGrid?: boolean }
export interface SpotCheck { id: string, kind: 'RANDOM' | 'CROSS', number: string, checkedPost: string, post: string, answeredAt?: string, agrees?: boolean, words?: string }
export interface Leave { id: string, post: string, from: string, to: string, reason: string, granted?: boolean }
export interface Doubt { submission: string, kind: string, number?: string, text: { zh: string, en: string }, madeAt: string }
export interface Phone { device: string, post: string, version: string, seenAt: string, waiting: number, clockSkew: number, lockedAt?: string, wipeAt?: string, wipedAt?: string }
export interface Coverage { dutyGrid: string, name: string, walked: number, total: number, cells: { unitGrid: string, visits: number, minutes: number, first?: string, last?: string, streets: string[] }[] }

export const collectors = () => ask<Collector[]>('GET', '/api/collectors')
export const day = (post: string, date: string) => ask<Day>('GET', `/api/collectors/${post}/track${query({ day: date })}`)
export const figures = (post: string, from: string, to: string) => ask<Figures>('GET', `/api/collectors/${post}/statistics${query({ from, to })}`)
export const rollCalls = () => ask<RollCallLine[]>('GET', '/api/collection/roll-calls')
export const callRoll = (posts: string[], minutes: number, key: string) => ask('POST', '/api/collection/roll-calls', { key, body: { posts, minutes, words: '' } })
export const spotChecks = () => ask<SpotCheck[]>('GET', '/api/collection/spot-checks')
export const draw = (kind: 'RANDOM' | 'CROSS', count: number, key: string) => ask<SpotCheck[]>('POST', '/api/collection/spot-checks', { key, body: { kind, count } })
export const leaves = () => ask<Leave[]>('GET', '/api/collection/leaves')
export const decideLeave = (id: string, granted: boolean) => ask('POST', `/api/collection/leaves/${id}/decision`, { body: { granted } })
/** 发消息: reaches the phone at once and stays among its notices (ACC-18). */
export const sendMessage = (to: string, text: string, key: string) => ask('POST', '/api/situation/messages', { key, body: { to, text } })
export const doubts = (post: string) => ask<Doubt[]>('GET', `/api/collection/doubts${query({ post })}`)
export const phones = () => ask<Phone[]>('GET', '/api/collection/phones')
export const orderPhone = (device: string, lock: boolean, wipe: boolean) => ask('POST', `/api/collection/phone-orders/${device}`, { body: { lock, wipe } })
export const coverage = (dutyGrid: string, date: string) => ask<Coverage>('GET', `/api/collection/coverage${query({ dutyGrid, day: date })}`)

/** Today in Beijing, or so many days before. */
export const beijingDay = (now: Date, back = 0): string => new Date(now.getTime() + 8 * 3_600_000 - back * 86_400_000).toISOString().slice(0, 10)

/** The part of a track that was walked until a share of the day's points, poor fixes left out. */
export function walkedUntil(points: TrackPoint[], share: number): TrackPoint[] {
  const usable = points.filter(point => !point.coarse)
  return usable.slice(0, Math.max(1, Math.round(usable.length * share)))
}

export interface Question { name: string, label: string, kind: 'TEXT' | 'NUMBER' | 'YES' | 'CHOICE', choices?: string[], required: boolean }
export interface Census { id: string, title: string, words: string, dutyGrids: string[], classCode?: string, questions: Question[], until: string }
export interface Progress { dutyGrid: string, name: string, entries: number, collectors: number }
export interface FieldNote { id: string, kind: 'CHANGED' | 'MISSING' | 'NEW' | 'CENSUS', post: string, component?: string, classCode?: string, words: string, answers: Record<string, string>
  longitude: number, latitude: number, unitGrid?: string, photos: string[], arrivedAt: string, state: 'OPEN' | 'TAKEN' | 'REFUSED', decision?: string, missing: string[] }

export const censuses = () => ask<Census[]>('GET', '/api/collection/censuses')
export const publishCensus = (census: Census) => ask<Census>('POST', '/api/collection/censuses', { key: census.id, body: census })
export const censusProgress = (id: string) => ask<Progress[]>('GET', `/api/collection/censuses/${id}/progress`)
export const fieldNotes = (census?: string) => ask<FieldNote[]>('GET', `/api/collection/notes${query({ census })}`)
export const decideNote = (id: string, taken: boolean, words: string) => ask<FieldNote>('POST', `/api/collection/notes/${id}/decision`, { body: { taken, words } })

const KINDS: Record<string, Question['kind']> = { 文字: 'TEXT', 数字: 'NUMBER', 是否: 'YES' }

/** Questions as they are typed, one a line: `材质：铸铁/复合` is a choice, `口径：数字`, `有防坠网：是否`; a star at the end makes it needed. */
export function questionsOf(text: string): Question[] {
  return text.split('\n').map(line => line.trim()).filter(Boolean).map((line, n) => {
    const required = line.endsWith('*')
    const [label = '', how = '文字'] = (required ? line.slice(0, -1) : line).split(/[：:]/).map(part => part.trim())
    const choices = how.split('/').map(each => each.trim()).filter(Boolean)
    return choices.length > 1 ? { name: `q${n + 1}`, label, kind: 'CHOICE', choices, required } : { name: `q${n + 1}`, label, kind: KINDS[how] ?? 'TEXT', required }
  })
}
