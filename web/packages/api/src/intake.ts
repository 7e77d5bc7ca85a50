import { ask } from './client'
import type { CaseLine, Point } from './cases'

export interface Call {
  id: string
  phone: string
  line?: string | null
  state: 'RINGING' | 'ANSWERED' | 'ENDED' | 'ABANDONED'
  post?: string | null
  recording?: string | null
  number?: string | null
  rangAt: string
}
export interface Caller { phone: string, calls: Call[], cases: CaseLine[] }
export interface CallBack {
  id: string
  number: string
  name?: string | null
  phone: string
  why: string
  dueSince: string
  status: 'DUE' | 'DONE' | 'UNREACHED'
  tries: number
  grade?: number | null
  words?: string | null
}
export interface CallBackCount { due: number, done: number, unreached: number, graded: number, satisfied: number }
export interface Suppression { id: string, reason: string, classes: string[], point: Point, meters: number, from: string, until: string }
export interface HandOver { id: string, words: string, post: string, writtenAt: string, receivedBy?: string | null, receivedAt?: string | null }
export interface ClassAdvice { classCode: string, name: string, majorName: string, condition?: number | null, score: number, reason: string }

const at = (text: string) => encodeURIComponent(text)

export const calls = (waiting: boolean) => ask<Call[]>('GET', `/api/intake/calls?waiting=${waiting}`)
export const answerCall = (id: string) => ask<Call>('PUT', `/api/intake/calls/${at(id)}/answer`, { body: {} })
export const tieCall = (id: string, number: string) => ask<Call>('PUT', `/api/intake/calls/${at(id)}/case`, { body: { number } })
export const caller = (phone: string) => ask<Caller>('GET', `/api/intake/callers/${at(phone)}`)
export const callBacks = (status: string) => ask<CallBack[]>('GET', `/api/intake/call-backs?status=${status}`)
export const callBackCounts = () => ask<CallBackCount>('GET', '/api/intake/call-backs/counts')
export const recordCallBack = (id: string, body: { reached: boolean, grade?: number, words?: string }, key: string) =>
  ask<CallBack>('PUT', `/api/intake/call-backs/${id}`, { body, key })
export const suppressionsAt = (classCode: string, point: Point) =>
  ask<Suppression[]>('GET', `/api/intake/suppressions?classCode=${at(classCode)}&longitude=${point.longitude}&latitude=${point.latitude}`)
export const suppressions = () => ask<Suppression[]>('GET', '/api/intake/suppressions')
export const setSuppression = (id: string, body: Omit<Suppression, 'id'>) => ask<Suppression>('PUT', `/api/intake/suppressions/${id}`, { body })
export const duplicatesNear = (classCode: string, point: Point) =>
  ask<CaseLine[]>('GET', `/api/intake/duplicates?classCode=${at(classCode)}&longitude=${point.longitude}&latitude=${point.latitude}`)
export const handOvers = () => ask<HandOver[]>('GET', '/api/intake/hand-overs')
export const writeHandOver = (id: string, words: string) => ask<HandOver>('PUT', `/api/intake/hand-overs/${id}`, { body: { words } })
export const receiveHandOver = (id: string) => ask<HandOver>('PUT', `/api/intake/hand-overs/${id}/receipt`, { body: {} })
export const classAdvice = (words: string, signal?: AbortSignal) =>
  ask<ClassAdvice[]>('GET', `/api/classes/suggestions?words=${at(words)}`, { signal })
