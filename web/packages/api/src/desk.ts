import { ask, query } from './client'
import type { CaseLine } from './cases'

export interface QueueView { queue: string, name: string, count?: number | null }
export interface DeskView { post: string, kind: string, queues: QueueView[], doneToday: number }
export interface Taking { number: string, kind: string, post: string, postName: string, takenAt: string, until: string, mine: boolean }
export interface SavedView { id: string, name: string, query: string, shared: boolean, mine: boolean }
export interface Notice { id: string, text: { zh: string, en: string }, link?: string | null, madeAt: string, readAt?: string | null }
export interface NearCollector {
  post: string
  name?: string | null
  onDuty: boolean
  sameDutyGrid: boolean
  distanceMetres?: number | null
  lastSeen?: string | null
  openTasks: number
  reportedThisCase: boolean
}
export interface Phrase { id: string, act?: string | null, words: string, mine: boolean }
export interface Paper { id: string, kind: 'LAW' | 'DUTY' | 'RULE' | 'PLAN', title: string, body: string, source: string }

const at = (text: string) => encodeURIComponent(text)

export const desk = () => ask<DeskView>('GET', '/api/desk')
export const queueLines = (queue: string, size: number, signal?: AbortSignal) =>
  ask<CaseLine[]>('GET', `/api/desk/queues/${at(queue)}?size=${size}`, { signal })
export const queueFile = (queue: string, form: 'xlsx' | 'csv') => `/api/desk/queues/${at(queue)}/export?form=${form}`
export const casesFile = (filter: Record<string, string | boolean | undefined>, form: 'xlsx' | 'csv') =>
  `/api/cases/export${query({ ...filter, form })}`
export const sheetFile = (number: string) => `/api/cases/${at(number)}/sheet`
export const takings = () => ask<Taking[]>('GET', '/api/desk/takings')
export const takeCase = (number: string) => ask<Taking>('PUT', `/api/desk/takings/${at(number)}`, { body: {} })
export const releaseCase = (number: string) => ask<void>('DELETE', `/api/desk/takings/${at(number)}`, { keepalive: true })
export const savedViews = () => ask<SavedView[]>('GET', '/api/desk/views')
export const keepView = (id: string, body: { name: string, query: string, shared: boolean }) =>
  ask<void>('PUT', `/api/desk/views/${id}`, { body })
export const forgetView = (id: string) => ask<void>('DELETE', `/api/desk/views/${id}`)
export const duplicatesOf = (number: string) => ask<CaseLine[]>('GET', `/api/cases/${at(number)}/duplicates`)
export const stageCounts = () => ask<Record<string, number>>('GET', '/api/cases/counts')
export const nearestCollectors = (number: string) => ask<NearCollector[]>('GET', `/api/collectors/nearest?case=${at(number)}`)
export const notices = () => ask<{ notices: Notice[] }>('GET', '/api/notices')
export const readNotice = (id: string) => ask<void>('POST', `/api/notices/${id}/read`, { body: {} })
export const phrases = (act?: string) => ask<Phrase[]>('GET', `/api/phrases${query({ act })}`)
export const keepPhrase = (id: string, body: { act?: string, words: string }) => ask<void>('PUT', `/api/phrases/${id}`, { body })
export const forgetPhrase = (id: string) => ask<void>('DELETE', `/api/phrases/${id}`)
export const knowledge = (q: string, kind?: string) => ask<Paper[]>('GET', `/api/knowledge${query({ q, kind })}`)
export const paper = (id: string) => ask<Paper>('GET', `/api/knowledge/${id}`)
export const keepPaper = (id: string, body: Omit<Paper, 'id'>) => ask<void>('PUT', `/api/knowledge/${id}`, { body })
