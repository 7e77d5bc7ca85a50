import { ask } from '@jingwei/api'

export interface Stranger { partner: string, dialect: string, dialectName: string, note: string, messages: number, ourCode: string, theirCode: string, changedAt: string, changedBy: string }
export interface Dialect { id: string, nameZh: string, nameEn: string, noteZh: string, codes: string[] }
export interface Message { id: string, direction: 'in' | 'out', code: string, number: string, kind: string, round: number, letter: string, at: string, size: number, repeats: number, text?: string }
export interface Share {
  id: string, kind: string, name: string, owner: string, contact: string, conditions: string, profile?: string, profileName?: string, mapping: Record<string, unknown>
  keyed: boolean, validFrom: string, validTo?: string, lastAt?: string, lastRecords: number, lastRefused: number, lastNote: string, records: number, waiting: number
}
export interface Profile { profile: string, name: string, needed: string[], known: string[] }
export interface ShareRecord {
  share: string, id: string, profile: string, kind: string, name: string, holder: string, begins?: string, ends?: string, state: string, reason: string
  caseNumber?: string, grade?: number, solved?: boolean, changedAt: string
}

const root = '/api/exchange'
export const strangers = (): Promise<Stranger[]> => ask('GET', `${root}/strangers`)
export const dialects = (): Promise<Dialect[]> => ask('GET', `${root}/strangers/dialects`)
export const takeIn = (body: object): Promise<{ door: string }> => ask('POST', `${root}/strangers`, { body })
export const dialectOf = (id: string): Promise<object> => ask('GET', `${root}/strangers/${id}/dialect`)
export const putDialect = (id: string, body: object): Promise<unknown> => ask('PUT', `${root}/strangers/${id}/dialect`, { body })
export const messages = (id: string): Promise<Message[]> => ask('GET', `${root}/strangers/${id}/messages?size=50`)
export const messageOf = (id: string, letter: string): Promise<Message> => ask('GET', `${root}/strangers/${id}/letters/${letter}/message`)
export const readAgain = (id: string, letter: string): Promise<{ understood: boolean }> => ask('POST', `${root}/strangers/${id}/letters/${letter}/readings`, { body: {} })

export const shares = (): Promise<Share[]> => ask('GET', `${root}/shares`)
export const profiles = (): Promise<Profile[]> => ask('GET', `${root}/profiles`)
export const putShare = (id: string, body: object): Promise<Share> => ask('PUT', `${root}/shares/${id}`, { body })
export const shareKey = (id: string): Promise<{ path: string }> => ask('POST', `${root}/shares/${id}/keys`, { body: {} })
export const noteDelivery = (id: string, records: number, note: string): Promise<unknown> => ask('POST', `${root}/shares/${id}/notes`, { body: { records, note } })
export const recordsOf = (id: string): Promise<ShareRecord[]> => ask('GET', `${root}/shares/${id}/records?size=100`)
export const beginCase = (share: string, record: string, classCode: string): Promise<ShareRecord> => ask('POST', `${root}/shares/${share}/records/${encodeURIComponent(record)}/cases`, { body: { classCode: classCode || undefined } })
export const explain = (longitude: number, latitude: number, at: string, number: string): Promise<{ around: ShareRecord[], orders: ShareRecord[] }> =>
  ask('GET', `${root}/explanations?${new URLSearchParams({ longitude: String(longitude), latitude: String(latitude), at, number }).toString()}`)

export const shareKinds: Record<string, [string, string]> = { PEOPLE: ['人员', 'People'], DEVICE: ['设备', 'Devices'], DATA: ['数据', 'Data'] }
export const recordStates: Record<string, [string, string]> = {
  CURRENT: ['有效', 'current'], WITHDRAWN: ['已撤', 'withdrawn'], PERSON: ['等人处理', 'waits for a person'], CASE: ['已立卷', 'case begun'], PROPOSED: ['已提地点', 'proposed as place'],
}
/** What works and lines are called; a word that is not known is shown as it came. */
export const recordKinds: Record<string, [string, string]> = {
  digging: ['开挖', 'digging'], closure: ['封路', 'closure'], occupation: ['占道', 'occupation'], event: ['活动', 'event'], outage: ['停水停电停气', 'outage'],
  red: ['道路红线', 'road red line'], green: ['绿线', 'green line'], blue: ['蓝线', 'blue line'], purple: ['紫线', 'purple line'], yellow: ['黄线', 'yellow line'],
}
