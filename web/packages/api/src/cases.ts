import { ask, query } from './client'
import type { Answers } from './foundation'

export type Light = 'GREEN' | 'YELLOW' | 'RED'
export type EvidenceKind = 'BEFORE' | 'AFTER' | 'VERIFY' | 'CHECK' | 'DOCUMENT'
export interface Evidence { hash: string, kind: EvidenceKind }
export interface Point { longitude: number, latitude: number }
export interface Reporter { name?: string, phone?: string, wantsReply?: boolean }
export interface CasePart { unit: string, opinion: string }

/** 办理内容: one flat form for all acts; each act says which of these fields it takes. */
export interface Particulars {
  opinion?: string
  reason?: string
  evidence?: Evidence[]
  source?: string
  reporter?: Reporter
  description?: string
  classCode?: string
  condition?: number
  component?: string
  point?: Point
  fix?: Point
  address?: string
  collector?: string
  unit?: string
  supporting?: string[]
  limit?: string
  until?: string
  original?: string
  into?: string
  parts?: CasePart[]
  order?: string
  number?: string
  closing?: string
  extra?: Answers
}

/** 剩余时间, counted by the server's work calendar; words in both languages. */
export interface TimeLeft { late: boolean, working: boolean, minutes: number, words: { zh: string, en: string } }

export interface CaseLine {
  id: string
  number: string
  state: string
  stage: string
  version: number
  round: number
  trial: boolean
  source: string
  classCode: string
  description: string
  address: string
  longitude: number
  latitude: number
  unitGrid: string
  unit?: string | null
  collector?: string | null
  petition?: string | null
  openOrders: number
  held: boolean
  begunAt: string
  since: string
  due?: string | null
  left?: TimeLeft | null
  light?: Light | null
  provisional: boolean
}

export interface CasePage { cases: CaseLine[], next?: string | null }

/** 组合查询 (ACC-16); the names are those of `GET /api/cases`. */
export interface CaseFilter {
  text?: string
  number?: string
  stage?: string
  source?: string
  classCode?: string
  region?: string
  dutyGrid?: string
  unit?: string
  component?: string
  phone?: string
  petition?: string
  light?: Light | ''
  held?: boolean
  owed?: boolean
  reworked?: boolean
  open?: boolean
  begunFrom?: string
  begunTo?: string
  bbox?: string
}

export interface ClockView {
  name: string
  limit: string
  started: string
  yellowAt: string
  due: string
  provisional: boolean
  stopped?: string | null
  ended?: string | null
  left?: TimeLeft | null
  light: Light
}

export interface DocketAct {
  seq: number
  act: string
  actName: string
  from: string
  to: string
  post: string
  postName: string
  axis: string
  organization: string
  enteredBy?: string | null
  since: string
  at: string
  limit?: string | null
  due?: string | null
  overdue: boolean
  round: number
  particulars: Particulars
}

export interface ActField { key: string, name: string, required: boolean }
export interface ActRefusal { code: string, title: string, detail: string, clause?: string | null }
export interface PossibleAct { act: string, name: string, fields: ActField[], refusal?: ActRefusal | null }

export interface Petition {
  kind: 'RETURN' | 'EXTENSION' | 'HOLD'
  post: string
  at: string
  reason: string
  limit?: string | null
  until?: string | null
  late: boolean
  approvals: number
  status: 'PENDING' | 'GRANTED' | 'REFUSED' | 'LAPSED'
}

export interface Order { id: string, act: string, post: string, at: string, text: string, answer?: string | null, answeredAt?: string | null }

export interface CaseView {
  id: string
  number: string
  process: string
  processVersion: number
  state: string
  stateName: string
  stage: string
  stageName: string
  version: number
  round: number
  trial: boolean
  begunAt: string
  since: string
  light?: Light | null
  clock?: ClockView | null
  handlingClock?: ClockView | null
  held: boolean
  heldUntil?: string | null
  reported: { source: string, description: string, reporter?: Reporter | null, number?: string | null, post: string, evidence: Evidence[] }
  spot: {
    point: Point
    fix?: Point | null
    address: string
    unitGrid: string
    community: string
    street: string
    district: string
    dutyGrid?: string | null
    areaClass: string
  }
  subject: { classCode: unknown, condition?: number | null, component?: string | null, owner?: string | null, maintainer?: string | null }
  className: string
  filing?: { sheetVersion: number, condition: number, filingCondition: string, closingCondition: string, limit: string, at: string } | null
  assignment?: { unit: string, supporting: string[], at: string, returnUntil: string, received: boolean } | null
  task?: { kind: 'VERIFY' | 'CHECK', collector: string, at: string } | null
  petitions: Petition[]
  orders: Order[]
  links: { original?: string | null, into?: string | null, parent?: string | null, parts: string[] }
  acts: DocketAct[]
  possibleActs: PossibleAct[]
}

/** 队列中的派遣建议: one of many, with what a key needs to take it. */
export interface QueueProposal { number: string, version: number, unit?: string | null, unitName?: string | null, reason: string, limit?: string | null }
export interface Proposal { unit?: string | null, unitName?: string | null, ground: string, reason: string, limit?: string | null, collectors: string[] }

export const listCases = (filter: CaseFilter, cursor: string | null, size: number, signal?: AbortSignal) =>
  ask<CasePage>('GET', `/api/cases${query({ ...filter, cursor, size })}`, { signal })
export const showCase = (number: string) => ask<CaseView>('GET', `/api/cases/${encodeURIComponent(number)}`)
export const proposal = (number: string) => ask<Proposal>('GET', `/api/cases/${encodeURIComponent(number)}/proposal`)
export const proposals = (numbers: string[]) => ask<QueueProposal[]>('GET', `/api/desk/proposals?numbers=${numbers.map(encodeURIComponent).join(',')}`)
export const beginCase = (body: { act: string, id: string, particulars: Particulars }, key: string) =>
  ask<CaseView>('POST', '/api/cases', { body, key })
export const performAct = (number: string, body: { act: string, version: number, particulars: Particulars }, key: string, keepalive = false) =>
  ask<CaseView>('POST', `/api/cases/${encodeURIComponent(number)}/acts`, { body, key, keepalive })
