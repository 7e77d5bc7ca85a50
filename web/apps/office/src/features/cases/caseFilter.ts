import type { CaseFilter } from '@jingwei/api'

const FLAGS = ['open', 'held', 'owed', 'reworked'] as const
const WORDS = ['text', 'number', 'stage', 'source', 'classCode', 'region', 'dutyGrid', 'unit', 'component', 'phone', 'petition', 'light', 'begunFrom', 'begunTo', 'bbox'] as const
const DAY = 86_400_000

/** Midnight in Beijing of a day as a form gives it, `later` days on; the server takes a half-open period. */
export function asMoment(day: string | undefined, later: number): string | undefined {
  if (!day || !/^\d{4}-\d\d-\d\d$/.test(day)) return undefined
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + later * DAY).toISOString()
}

/** A query as it is kept under a name; what is not asked for is not in it. */
export function queryOf(filter: CaseFilter): string {
  const said = new URLSearchParams()
  for (const key of WORDS) {
    const value = filter[key]
    if (value) said.set(key, String(value))
  }
  for (const key of FLAGS) {
    if (filter[key] !== undefined) said.set(key, String(filter[key]))
  }
  return said.toString()
}

/** Puts a kept query into the filter of a page; words of later versions are passed over. */
export function applyQuery(filter: CaseFilter, query: string): void {
  const said = new URLSearchParams(query)
  for (const key of WORDS) Object.assign(filter, { [key]: said.get(key) ?? '' })
  for (const key of FLAGS) filter[key] = said.has(key) ? said.get(key) === 'true' : undefined
}

/** How many fields beyond the first line of the form are in use. */
export const moreInUse = (filter: CaseFilter): number =>
  [...WORDS.filter(key => !['text', 'stage', 'light'].includes(key)), ...FLAGS.filter(key => key !== 'open')].filter(key => filter[key] !== undefined && filter[key] !== '').length
