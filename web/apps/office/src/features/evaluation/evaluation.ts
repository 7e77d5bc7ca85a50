import { ask } from '@jingwei/api'

export interface Head { id: string, name: string, nameEn: string, kind: 'base' | 'ratio' | 'score' | 'composite', formula: string, higherBetter: boolean }
export interface Grade { letter: string, least: number, word: string, color: string, pattern: string }
export type Values = Record<string, number | null>
export interface Line {
  code: string, name: string, inForce: boolean, values: Values, counts: Record<string, number>
  grade: string | null, rank: number | null, before: Values | null, yearAgo: Values | null
}
export interface Table {
  subject: string, period: string, periodWord: string, from: string, to: string, sheet: string, sheetVersion: number
  composite: string | null, indicators: Head[], grades: Grade[], lines: Line[], average: Values
}
export interface Told { indicator: string, name: string, codeName: string, value: number | null, formula: string, words: string[], facts: { fact: string, name: string, requirement: string, count: number }[] }
export interface Ground { number: string, key: number, at: string, amount: string, unit: string | null, post: string | null, place: string | null }
export interface Point { period: string, from: string, value: number | null }
export interface Seal { id: string, period: string, periodWord: string, from: string, to: string, edition: number, sheet: string, sheetVersion: number, calendarVersion: number, factsHash: string, reason: string, post: string, sealedAt: string }
export interface SealLine { subject: string, code: string, name: string, figures: Values, grade: string | null, rank: number | null }
export interface Objection { id: string, subject: string, code: string, indicator: string, number: string | null, reason: string, post: string, raisedAt: string, upheld: boolean | null, opinion: string | null }
export interface Statistic { dimensions: { word: string, name: string }[], measures: { word: string, name: string }[], lines: { keys: string[], names: string[], values: Values }[], cut: boolean }
export interface Asked { subject: string, period: string, day: string, last: string }

export const subjects: [string, string, string][] = [
  ['city', '全市', 'City'], ['district', '区县', 'Districts'], ['subdistrict', '街道', 'Subdistricts'], ['community', '社区', 'Communities'],
  ['duty-grid', '责任网格', 'Duty grids'], ['cell', '单元网格', 'Unit grids'], ['unit', '责任单位', 'Units'], ['collector', '采集员', 'Collectors'],
  ['operator', '受理员', 'Operators'], ['shift-leader', '值班长', 'Shift leaders'], ['dispatcher', '派遣员', 'Dispatchers'], ['firm', '采集公司', 'Firms'],
]
export const periods: [string, string, string][] = [
  ['day', '日', 'Day'], ['week', '周', 'Week'], ['month', '月', 'Month'], ['quarter', '季', 'Quarter'], ['half-year', '半年', 'Half-year'], ['year', '年', 'Year'], ['custom', '自定义', 'Custom'],
]

/** 统计维度. */
export const dimensions: [string, string, string][] = [
  ['day', '日期', 'Day'], ['week', '周', 'Week'], ['month', '月份', 'Month'], ['district', '区县', 'District'], ['subdistrict', '街道', 'Subdistrict'],
  ['community', '社区', 'Community'], ['cell', '单元网格', 'Unit grid'], ['duty-grid', '责任网格', 'Duty grid'], ['unit', '责任单位', 'Unit'],
  ['kind', '部件或事件', 'Component or event'], ['major', '大类', 'Major class'], ['class', '小类', 'Minor class'], ['source', '问题来源', 'Source'],
  ['stage', '环节', 'Stage'], ['post', '岗位', 'Post'], ['person', '人员', 'Person'], ['platform', '平台', 'Platform'],
]
const words = (asked: Asked): string => {
  const said = new URLSearchParams({ subject: asked.subject, period: asked.period, day: asked.day })
  if (asked.period === 'custom' && asked.last) said.set('last', asked.last)
  return said.toString()
}
const root = '/api/evaluation'

/** The table of results; ranked within the group where one is named. */
export const results = (asked: Asked, group = ''): Promise<Table> =>
  ask('GET', `${root}/results?${words(asked)}&compare=true${group ? `&group=${encodeURIComponent(group)}` : ''}`)
export interface Group { id: string, name: string, subject: string, codes: string[], validFrom: string, validTo: string | null }
export const groups = (): Promise<Group[]> => ask('GET', `${root}/groups`)
export const putGroup = (body: object): Promise<unknown> => ask('PUT', `${root}/groups`, { body })
export const told = (asked: Asked, code: string, indicator: string): Promise<Told> =>
  ask('GET', `${root}/results/${indicator}/grounds?${words(asked)}&code=${encodeURIComponent(code)}`)
export const casesOf = (asked: Asked, code: string, fact: string, cursor: string | null): Promise<{ cases: Ground[], next: string | null }> =>
  ask('GET', `${root}/facts/${fact}/cases?${words(asked)}&code=${encodeURIComponent(code)}${cursor ? `&cursor=${cursor}` : ''}`)
export const trend = (asked: Asked, code: string, indicator: string): Promise<Point[]> =>
  ask('GET', `${root}/trends?subject=${asked.subject}&code=${encodeURIComponent(code)}&indicator=${indicator}&period=${asked.period}&day=${asked.day}&count=12`)
export const seals = (): Promise<Seal[]> => ask('GET', `${root}/seals`)
export const seal = (body: object, again: boolean): Promise<Seal> => ask('POST', `${root}/seals${again ? '/recalculations' : ''}`, { body })
export const sealed = (id: string, subject: string): Promise<{ seal: Seal, unmoved: boolean, lines: SealLine[] }> => ask('GET', `${root}/seals/${id}?subject=${subject}`)
export const differences = (id: string): Promise<{ name: string, indicator: string, before: number | null, after: number | null }[]> => ask('GET', `${root}/seals/${id}/differences`)
export const objections = (id: string): Promise<Objection[]> => ask('GET', `${root}/seals/${id}/objections`)
export const object = (id: string, body: object): Promise<unknown> => ask('POST', `${root}/seals/${id}/objections`, { body })
export const decide = (id: string, upheld: boolean, opinion: string): Promise<unknown> => ask('POST', `${root}/objections/${id}/decision`, { body: { upheld, opinion } })
export const statistic = (dimensions: string[], measures: string[], filters: string, from: string, to: string): Promise<Statistic> =>
  ask('GET', `${root}/statistics?${new URLSearchParams({ dimensions: dimensions.join(','), measures: measures.join(','), filters, from, to })}`)
export interface Scheme { id: string, name: string, nameEn: string, post: string, shared: boolean, mine: boolean, question: { dimensions: string[], measures: string[], filters: string } }
export const schemes = (): Promise<Scheme[]> => ask('GET', `${root}/statistics/schemes`)
export const keepScheme = (body: object): Promise<Scheme> => ask('PUT', `${root}/statistics/schemes`, { body })
export const removeScheme = (id: string): Promise<unknown> => ask('DELETE', `${root}/statistics/schemes/${id}`)
export const facts = (): Promise<{ fact: string, name: string, nameEn: string }[]> => ask('GET', `${root}/facts`)
export const sheets = (): Promise<{ name: string, version: number, title: string, validFrom: string | null, validTo: string | null }[]> => ask('GET', `${root}/sheets`)
export const sheet = (name: string, version: number): Promise<{ body: string, indicators: Head[] }> => ask('GET', `${root}/sheets/${name}/${version}`)
export const checkSheet = (body: string): Promise<{ faults: { line: number, indicator: string, zh: string, en: string }[], indicators: number, examples: number }> =>
  ask('POST', `${root}/sheets/checks`, { body: { body } })
export const publishSheet = (body: string, validFrom: string): Promise<unknown> => ask('POST', `${root}/sheets`, { body: { body, validFrom } })
export const layouts = (): Promise<{ id: string, name: string, body: string, every: string }[]> => ask('GET', `${root}/layouts`)
export const keepLayout = (body: object): Promise<unknown> => ask('PUT', `${root}/layouts`, { body })
export const reports = (): Promise<{ id: string, title: string, form: string, madeAt: string, post: string }[]> => ask('GET', `${root}/reports`)
export const makeReport = (body: object): Promise<{ id: string }> => ask('POST', `${root}/reports`, { body })
export interface Ledger { name: string, count: number, share?: number, lines: Ground[], cut: boolean }
export const ledgers = (asked: Asked): Promise<Record<string, Ledger>> => ask('GET', `${root}/ledgers?${words(asked)}`)
export interface Mark { id: string, kind: string, subject: string, day: string, amount: number, reason: string, post: string, approved?: boolean, decidedBy?: string, opinion?: string }
export const marks = (asked: Asked): Promise<Mark[]> => ask('GET', `${root}/marks?${words(asked)}`)
export const enterMark = (body: object): Promise<unknown> => ask('POST', `${root}/marks`, { body })
export const decideMark = (id: string, grant: boolean, opinion: string): Promise<unknown> => ask('POST', `${root}/marks/${id}/decision`, { body: { grant, opinion } })
export interface Fault { id: string, kind: string, number: string, post: string, at: string, reason: string, byPost: string }
export const faults = (asked: Asked): Promise<Fault[]> => ask('GET', `${root}/faults?${words(asked)}`)
export const confirmFault = (body: object): Promise<unknown> => ask('POST', `${root}/faults`, { body })
export interface Appeal { id: string, number: string, unit: string, reason: string, post: string, raisedAt: string, status: string, firstPost?: string, firstOpinion?: string, lastPost?: string, lastOpinion?: string }
export const appeals = (): Promise<Appeal[]> => ask('GET', `${root}/appeals`)
export const appeal = (number: string, reason: string): Promise<unknown> => ask('POST', `${root}/appeals`, { body: { number, reason } })
export const decideAppeal = (id: string, grant: boolean, opinion: string): Promise<unknown> => ask('POST', `${root}/appeals/${id}/decision`, { body: { grant, opinion } })

export const markKinds: [string, string, string][] = [
  ['satisfied', '满意数', 'Satisfied'], ['callback', '回访数', 'Callbacks'], ['callback-due', '应回访数', 'Callbacks due'], ['spot-check', '现场抽查扣分', 'Spot check'],
  ['leader', '领导评分', "Leader's mark"], ['bonus', '加分', 'Bonus'], ['malus', '减分', 'Malus'], ['correction', '更正', 'Correction'],
]
export const faultKinds: [string, string, string][] = [['missed', '漏报', 'Missed'], ['wrong', '错报', 'Wrong'], ['false', '虚报', 'False'], ['concealed', '瞒报', 'Concealed']]
export const appealStates: [string, string, string][] = [
  ['asked', '待初审', 'Waits for the command side'], ['supported', '待终审', 'Waits for the head of supervision'], ['granted', '成立', 'Granted'], ['refused', '不成立', 'Refused'],
]
/** The name of a word in one of the lists above. */
export const named = (list: [string, string, string][], word: string): [string, string] => {
  const found = list.find(one => one[0] === word)
  return found ? [found[1], found[2]] : [word, word]
}
/** A moment as the office writes it. */
export const time = (at: string): string => new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
export const unitGrids = (): Promise<{ features: { id: string, geometry: { coordinates: number[][][] } }[] }> => ask('GET', '/api/unit-grids')

/** A value as it is published; nothing for 不适用. */
export const shown = (value: number | null | undefined): string => (value === null || value === undefined ? '—' : String(value))

/** A value of an indicator with the two decimals of a published figure; a count as it is. */
export const published = (head: Pick<Head, 'kind'>, value: number | null | undefined): string =>
  (value === null || value === undefined || head.kind === 'base' ? shown(value) : value.toFixed(2))

/** The first day of last month: what an evaluation office looks at first. */
export function lastMonth(today: Date): string {
  const first = new Date(Date.UTC(today.getFullYear(), today.getMonth() - 1, 1))
  return first.toISOString().slice(0, 10)
}

/** `-1.25` as `↓1.25`, for the columns 环比 and 同比. */
export function change(now: number | null | undefined, before: number | null | undefined): string {
  if (now === null || now === undefined || before === null || before === undefined) return '—'
  const by = Math.round((now - before) * 100) / 100
  return by === 0 ? '＝' : `${by > 0 ? '↑' : '↓'}${Math.abs(by)}`
}

/** The code of an area that holds a unit grid. */
export function areaOf(subject: string, cell: string): string {
  const digits = { city: 0, district: 6, subdistrict: 9, community: 12 }[subject]
  return digits === 0 ? 'city' : digits === undefined ? cell : cell.slice(0, digits)
}
