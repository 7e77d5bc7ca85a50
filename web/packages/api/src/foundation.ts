import { ask, sendFile } from './client'

export interface BilingualName { zh: string, en: string }
export interface Platform { id: string, name: BilingualName, standing?: 'TRIAL' | 'LIVE' }
export interface HeldPost { id: string, name: string, permissions: string[] }
export interface Me {
  token?: string
  csrf: string
  platform: Platform
  account: string
  accountName: string
  person: string
  personName: string
  post?: string
  posts: HeldPost[]
  mustChange: boolean
  mustSecure: boolean
}

export interface Word { word: string, zh: string, en: string, clause: string }
export interface Vocabulary { acts: Word[], stages: Word[], posts: Word[] }
export interface ProcessState { word: string, name: string, stage: string, isFinal: boolean }
export interface ClassView {
  code: string
  kind: string
  name: string
  nameEn: string
  major: string
  majorName: string
  conditions: number
}
/** 补充栏目: what the reports of a class ask besides. */
export interface FormField { key: string, label: string, kind: 'TEXT' | 'NUMBER' | 'YES' | 'CHOICE', choices?: string[], required: boolean, listed: boolean }
export type Answers = Record<string, string | number | boolean>
export interface ClassForm { code: string, fields: FormField[], ever: FormField[] }
export interface Condition { number: number, text: string, closing: string, limits: Record<string, string>, unitType?: string }
export interface OrganizationBranch {
  id: string
  name: string
  kind: string
  axis?: string
  joined: boolean
  below: OrganizationBranch[]
}
export interface PostView { id: string, kind: string, kindName: string, axis?: string, organization: string, name: string }
export interface BusinessClock { now: string, rate: number }
export interface MediaItem { hash: string, kind: 'IMAGE' | 'SOUND' | 'VIDEO' | 'DOCUMENT', type: string, thumbnail: boolean }
export interface CellFeature {
  type: 'Feature'
  id: string
  geometry: { type: 'Polygon', coordinates: number[][][] }
  properties: { community: string, communityName: string, dutyGrid?: string, areaClass: string, areaSquareMeters: number }
}
export interface CellFeatures { type: 'FeatureCollection', features: CellFeature[] }
export interface Named { code: string, name: string }
export interface Located {
  unitGrid: string
  community: Named
  subdistrict: Named
  district: Named
  dutyGrid?: Named
  areaClass: string
}

export const platforms = () => ask<Platform[]>('GET', '/api/platforms')
export const signIn = (platform: string, account: string, password: string, code?: string) =>
  ask<Me>('POST', '/api/sessions', { body: { platform, account, password, code } })
export const currentSession = () => ask<Me>('GET', '/api/sessions/current')
export const signOut = () => ask<void>('DELETE', '/api/sessions/current')
export const changePassword = (former: string, password: string, key: string) =>
  ask<void>('PUT', '/api/accounts/current/password', { body: { former, password }, key })

export const vocabulary = () => ask<Vocabulary>('GET', '/api/vocabulary')
export const currentProcess = () => ask<{ states: ProcessState[] }>('GET', '/api/process')
export const classes = () => ask<ClassView[]>('GET', '/api/classes')
export const conditions = (code: string) => ask<Condition[]>('GET', `/api/classes/${encodeURIComponent(code)}/conditions`)
export const classForm = (code: string) => ask<ClassForm>('GET', `/api/classes/${encodeURIComponent(code)}/form`)
export const organizations = () => ask<OrganizationBranch[]>('GET', '/api/organizations')
export const posts = () => ask<PostView[]>('GET', '/api/posts')
export const businessClock = () => ask<BusinessClock>('GET', '/api/clock')
export const unitGrids = (box: number[] | null, signal?: AbortSignal) =>
  ask<CellFeatures>('GET', `/api/unit-grids${box ? `?bbox=${box.map(degree => degree.toFixed(6)).join(',')}` : ''}`, { signal })
export const unitGrid = (code: string) => ask<CellFeature>('GET', `/api/unit-grids/${encodeURIComponent(code)}`)
export const locate = (longitude: number, latitude: number) =>
  ask<Located>('GET', `/api/locate?longitude=${longitude}&latitude=${latitude}`)

export const addMedia = (file: Blob) => sendFile<MediaItem>('/api/media', file)
export const mediaAddress = (hash: string) => `/api/media/${hash}`
export const thumbnailAddress = (hash: string) => `/api/media/${hash}/thumbnail`
