import { ask } from '@jingwei/api'

export interface Partner {
  id: string, name: string, region: string, standing: 'ABOVE' | 'BELOW', address: string, algorithm: string, unit?: string
  doneAfter: string, acceptsCheck: boolean, state: 'JOINED' | 'REVOKED', line: 'OPEN' | 'CUT', failures: number, trouble?: string
  heardAt?: string, skewSeconds?: number, restoredAt?: string, joinedAt: string, received: number, confirmed: number
  waiting: number, parked: number, oldest?: string, refused: number, toApply: number, person: number, media: number
}
export interface LetterLine {
  id: string, direction: 'in' | 'out', partner: string, kind: string, kindName: string, caseNumber?: string, sequence: number
  state: string, at: string, arrivedAt?: string, tries: number, trouble?: string, answer?: string, answerText?: string, body?: Record<string, unknown>
}
export interface Shared {
  partner: string, ours: string, theirs?: string, part: 'GIVER' | 'TAKER', round: number, stage?: string, act?: string, active: boolean
  due?: string, wish?: string, changedAt: string
}
export interface Copy { partner: string, number: string, stage: string, act: string, round: number, address: string, description: string, unit?: string, changedAt: string }
export interface Point { point: string, zh: string, holds: boolean, saw: string }
export interface Reconciliation { id: string, partner: string, askedAt: string, finishedAt?: string, state: string, ours: number, theirs: number, differences: string }
export interface Rule { kind: string, name: string, of: string, sends: boolean, takes: boolean }
export interface Code { list: string, theirs: string, ours: string, validFrom: string, validTo?: string }
export interface Area { region: string, partner: string, supervision: string, command: string }
export interface Publication { partner: string, subject: string, version: string, size: number, receivedAt: string, takenAt?: string }

const root = '/api/exchange'
const query = (words: Record<string, string | undefined>): string =>
  new URLSearchParams(Object.entries(words).filter((each): each is [string, string] => !!each[1])).toString()

export const partners = (): Promise<Partner[]> => ask('GET', `${root}/partners`)
export const invite = (partner: string, unit: string): Promise<{ code: string, expiresAt: string }> => ask('POST', `${root}/invitations`, { body: { partner, unit: unit || undefined } })
export const join = (body: object): Promise<Partner> => ask('POST', `${root}/partners`, { body })
export const setLine = (id: string, line: 'OPEN' | 'CUT'): Promise<unknown> => ask('PUT', `${root}/partners/${id}/line`, { body: { line } })
export const test = (id: string): Promise<Point[]> => ask('POST', `${root}/partners/${id}/tests`, { body: {} })
export const revoke = (id: string, reason: string): Promise<unknown> => ask('POST', `${root}/partners/${id}/revocations`, { body: { reason } })
export const arrange = (id: string, body: object): Promise<unknown> => ask('PUT', `${root}/partners/${id}`, { body })
export const box = (which: 'outbox' | 'inbox', partner: string, state: string): Promise<LetterLine[]> => ask('GET', `${root}/${which}?${query({ partner, state, size: '100' })}`)
export const resend = (id: string): Promise<unknown> => ask('POST', `${root}/outbox/${id}/resendings`, { body: {} })
export const apply = (partner: string, id: string): Promise<{ state: string }> => ask('POST', `${root}/inbox/${partner}/${id}/applications`, { body: {} })
export const decline = (partner: string, id: string, reason: string): Promise<unknown> => ask('POST', `${root}/inbox/${partner}/${id}/declinations`, { body: { reason } })
export const sharedCases = (): Promise<Shared[]> => ask('GET', `${root}/cases?size=100`)
export const copies = (): Promise<Copy[]> => ask('GET', `${root}/copies?size=100`)
export const conversation = (number: string): Promise<{ links: Shared[], letters: LetterLine[] }> => ask('GET', `${root}/cases/${number}`)
export const askReturn = (number: string, reason: string): Promise<unknown> => ask('POST', `${root}/cases/${number}/returns`, { body: { reason } })
export const reconcile = (id: string): Promise<unknown> => ask('POST', `${root}/partners/${id}/reconciliations`, { body: {} })
export const reconciliations = (): Promise<Reconciliation[]> => ask('GET', `${root}/reconciliations`)
export const rules = (id: string): Promise<Rule[]> => ask('GET', `${root}/partners/${id}/rules`)
export const putRule = (id: string, rule: Rule): Promise<unknown> => ask('PUT', `${root}/partners/${id}/rules/${rule.kind}`, { body: { sends: rule.sends, takes: rule.takes } })
export const codes = (id: string): Promise<Code[]> => ask('GET', `${root}/partners/${id}/codes`)
export const putCode = (id: string, body: object): Promise<unknown> => ask('PUT', `${root}/partners/${id}/codes`, { body })
export const areas = (): Promise<Area[]> => ask('GET', `${root}/areas`)
export const putArea = (region: string, body: object): Promise<unknown> => ask('PUT', `${root}/areas/${region}`, { body })
export const publications = (): Promise<Publication[]> => ask('GET', `${root}/publications`)
export const publish = (id: string, subjects: string[]): Promise<unknown> => ask('POST', `${root}/partners/${id}/publications`, { body: { subjects } })
export const take = (partner: string, subject: string, version: string): Promise<unknown> => ask('POST', `${root}/publications/${partner}/takings`, { body: { subject, version } })

export const stages: Record<string, [string, string]> = {
  collection: ['信息收集', 'collection'], creation: ['案卷建立', 'creation'], dispatch: ['任务派遣', 'dispatch'], handling: ['任务处理', 'handling'],
  feedback: ['处理反馈', 'feedback'], check: ['核查结案', 'check'], evaluation: ['综合评价', 'evaluation'],
}
export const letterStates: Record<string, [string, string]> = {
  WAITING: ['待发/待办', 'waiting'], RECEIVED: ['对方已收', 'received'], PARKED: ['搁置', 'parked'], DONE: ['已办', 'done'],
  REFUSED: ['不接受', 'refused'], PERSON: ['等人处理', 'waits for a person'],
}
export const reconciliationStates: Record<string, [string, string]> = {
  ASKED: ['等待对方', 'asked'], AGREES: ['一致', 'agrees'], REPAIRING: ['补发中', 'repairing'], DIFFERS: ['仍有差异', 'differs'],
}

/** How a line is: green where letters go, red where they do not, grey where nobody wants them to. */
export function health(partner: Partner): 'good' | 'late' | 'broken' | 'off' {
  if (partner.state === 'REVOKED' || partner.line === 'CUT') return 'off'
  if (partner.failures > 0) return 'broken'
  return partner.parked + partner.person > 0 ? 'late' : 'good'
}

/** An age as people say it: `3 分钟`. */
export function age(since: string | undefined, now: Date, say: (zh: string, en: string) => string): string {
  if (!since) return '—'
  const seconds = Math.max(0, Math.round((now.getTime() - new Date(since).getTime()) / 1000))
  if (seconds < 60) return `${seconds} ${say('秒', 's')}`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} ${say('分钟', 'min')}`
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} ${say('小时', 'h')}`
  return `${Math.floor(seconds / 86400)} ${say('天', 'd')}`
}

/** What a letter says, in one line. */
export function gist(letter: LetterLine): string {
  const body = letter.body ?? {}
  const words = ['actName', 'opinion', 'reason', 'description', 'text'].map(field => body[field]).filter((each): each is string => typeof each === 'string' && !!each)
  return [...new Set(words)].join(' · ')
}
