import { ask, query, type ClassView, type Condition, type FormField, type OrganizationBranch } from '@jingwei/api'

/** 机构人员 */
export interface HeldPost { id: string, kind: string, kindName: string, organization: string, name: string, holders: string[], holderNames: string[] }
export interface AccountLine { id: string, person: string, personName: string, name: string, lockedUntil?: string, mustChange: boolean, needsDevice: boolean, disabledAt?: string }
export interface RosterFault { line: number, column: number, columnName: string, code: string, text: string, textEn: string }
export interface RosterView { rows: number, units: string[], posts: string[], people: string[], appointments: number, accounts: string[], lacking: string[], faults: RosterFault[] }
export interface NewOrganization { id: string, name: string, kind: string, parent?: string, joined: boolean }

export const heldPosts = () => ask<HeldPost[]>('GET', '/api/posts')
export const makeUnit = (body: NewOrganization, key: string) => ask<OrganizationBranch>('POST', '/api/organizations', { body, key })
export const endUnit = (id: string) => ask<void>('DELETE', `/api/organizations/${id}`)
export const makePost = (body: { id: string, kind: string, organization: string, name: string }, key: string) => ask<HeldPost>('POST', '/api/posts', { body, key })
export const endPost = (id: string) => ask<void>('DELETE', `/api/posts/${id}`)
export const appoint = (post: string, person: string) => ask<void>('POST', `/api/posts/${post}/holdings`, { body: { person } })
export const dismiss = (post: string, person: string, successor?: string) => ask<void>('DELETE', `/api/posts/${post}/holdings/${person}${query({ successor })}`)
export const previewRoster = (file: string, content: string) => ask<RosterView>('POST', '/api/organization-roster/preview', { body: { file, content } })
export const bringRoster = (file: string, content: string, passwords: Record<string, string>, key: string) =>
  ask<RosterView>('POST', '/api/organization-roster', { body: { file, content, passwords }, key })
export const disableAccount = (id: string, disabled: boolean) => ask<void>(disabled ? 'POST' : 'DELETE', `/api/accounts/${id}/disabled`, disabled ? { body: {} } : {})
export const resetPassword = (id: string, password: string) => ask<void>('PUT', `/api/accounts/${id}/password`, { body: { password } })
export const resetSecondStep = (id: string) => ask<void>('DELETE', `/api/accounts/${id}/second-step`)

/** Every account, page by page. */
export async function accounts(): Promise<AccountLine[]> {
  const all: AccountLine[] = []
  for (let after = ''; ;) {
    const page = await ask<AccountLine[]>('GET', `/api/accounts${query({ after })}`)
    all.push(...page)
    const last = page.at(-1)
    if (page.length < 200 || !last) return all
    after = last.name
  }
}

/** 小类与规范 */
export interface SheetHead { version: number, edition: string, name: string, provenance: string, published: boolean, validFrom?: string }
export interface Line { classes: string, area: string, unit: string, priority: number }
export interface SheetView { header: SheetHead, classes: { code: string, name: string, conditions: Condition[] }[], responsibilities: Line[] }

export interface OpenMajor { kind: string, code: string, name: string, nameEn: string }
export const openMajors = () => ask<OpenMajor[]>('GET', '/api/classes/open-majors')
export const addClass = (body: { kind: string, major: string, name: string, nameEn: string, geometry: string }, key: string) => ask<ClassView>('POST', '/api/classes', { body, key })
export const keepForm = (code: string, fields: FormField[]) => ask<void>('PUT', `/api/classes/${code}/form`, { body: { fields } })
export const sheets = () => ask<SheetHead[]>('GET', '/api/sheets')
export const sheet = (version: number | 'current') => ask<SheetView>('GET', `/api/sheets/${version}`)
export const copySheet = (version: number, name: string, key: string) => ask<SheetHead>('POST', `/api/sheets/${version}/copies${query({ name })}`, { key })
export const putCondition = (version: number, code: string, number: number, body: { text: string, closing: string, limits: Record<string, string>, unitType: string }) =>
  ask<{ number: number }>('PUT', `/api/sheets/${version}/classes/${code}/conditions/${number}`, { body })
export const removeCondition = (version: number, code: string, number: number) => ask<void>('DELETE', `/api/sheets/${version}/classes/${code}/conditions/${number}`)
export const setLines = (version: number, lines: Line[]) => ask<void>('POST', `/api/sheets/${version}/responsibilities`, { body: lines })
export const publishSheet = (version: number, key: string) => ask<void>('POST', `/api/sheets/${version}/publication`, { body: {}, key })
export const signHoles = (version: number, reason: string) => ask<void>('POST', `/api/sheets/${version}/signature`, { body: { reason } })
export const holes = (version: number) => ask<string[]>('GET', `/api/sheets/${version}/holes`)

/** 日历 */
export interface SpecialDay { date: string, kind: 'HOLIDAY' | 'MAKE_UP_WORKDAY' | 'CLOSED' | 'OPEN', name: string, notice?: string, slots?: string[] }
export interface CalendarView { version: number, validFrom: string, seasons: { name: string, from: string, to: string, slots: string[] }[], years: number[], missingYears: number[], holidays: SpecialDay[], exceptions: SpecialDay[], publishedAt: string, publishedBy: string }
export const calendar = () => ask<CalendarView>('GET', '/api/calendar')
export const publishCalendar = (body: { basedOn: number, validFrom: string, years?: { year: number, days: SpecialDay[] }[], exceptions?: SpecialDay[] }, key: string) =>
  ask<CalendarView>('POST', '/api/calendar', { body, key })

const KINDS: Record<string, SpecialDay['kind']> = { 放假: 'HOLIDAY', 上班: 'MAKE_UP_WORKDAY', holiday: 'HOLIDAY', workday: 'MAKE_UP_WORKDAY' }

/** 放假安排 as one types it: `2027-02-05 至 2027-02-12 放假 春节`, one line a stretch; answers the line that is not understood. */
export function readDays(text: string): { days: SpecialDay[], wrong: string | null } {
  const days: SpecialDay[] = []
  for (const line of text.split('\n').map(each => each.trim()).filter(Boolean)) {
    const found = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:至|to|~)\s*(\d{4}-\d{2}-\d{2}))?\s+(放假|上班|holiday|workday)\s+(\S.*)$/.exec(line)
    const [, from, to, word, name] = found ?? []
    const kind = KINDS[word ?? '']
    if (!from || !name || !kind || Number.isNaN(Date.parse(from)) || (to && to < from)) return { days, wrong: line }
    for (let day = new Date(`${from}T00:00:00Z`), n = 0; day.toISOString().slice(0, 10) <= (to ?? from) && n < 40; day.setUTCDate(day.getUTCDate() + 1), n++) {
      days.push({ date: day.toISOString().slice(0, 10), kind, name })
    }
  }
  return { days, wrong: null }
}

const LOWER = 'abcdefghjkmnpqrstuvwxyz'
const DIGITS = '23456789'
const pick = (letters: string, count: number) => Array.from(crypto.getRandomValues(new Uint32Array(count)), each => letters[each % letters.length]).join('')

/** 首个口令, made where the person sits: capitals, small letters and digits that nobody mistakes for one another. */
export const firstPassword = () => `${pick(LOWER.toUpperCase(), 2)}${pick(LOWER, 5)}-${pick(DIGITS, 5)}${pick(LOWER, 2)}`

/** The bytes of a file as Base64. */
export const base64 = (file: Blob) => new Promise<string>((done, failed) => {
  const reader = new FileReader()
  reader.onload = () => done(String(reader.result).split(',')[1] ?? '')
  reader.onerror = () => failed(reader.error)
  reader.readAsDataURL(file)
})

/** Branches of the tree in the order of reading, each with its depth. */
export function flat(branches: OrganizationBranch[], depth = 0): (OrganizationBranch & { depth: number })[] {
  return branches.flatMap(each => [{ ...each, depth }, ...flat(each.below, depth + 1)])
}
