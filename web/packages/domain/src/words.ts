import { inLanguage, type Language } from './language'

type Pair = readonly [zh: string, en: string]

const SOURCES: Record<string, Pair> = {
  COLLECTOR: ['信息采集', 'collector'],
  HOTLINE: ['热线', 'hotline'],
  COUNTER: ['来访', 'counter'],
  WEB: ['网站', 'web page'],
  APP: ['市民端', "citizens' app"],
  MEDIA: ['媒体', 'media'],
  LEADER: ['领导批示', "leaders' orders"],
  VIDEO: ['视频', 'video'],
  SENSOR: ['传感器', 'sensor'],
  PLATFORM: ['上级平台', 'higher platform'],
  DEPARTMENT: ['部门转办', 'other departments'],
}
const EVIDENCE: Record<string, Pair> = {
  BEFORE: ['处置前', 'before'],
  AFTER: ['处置后', 'after'],
  VERIFY: ['核实', 'verification'],
  CHECK: ['核查', 'check'],
  DOCUMENT: ['资料', 'document'],
}
const CLOSINGS: Record<string, Pair> = {
  REAL: ['实际处置结案', 'really handled'],
  NOTICE: ['告知单位结案', 'by notice to the unit'],
  PLAN: ['列入计划结案', 'on a plan'],
}
const PETITIONS: Record<string, Pair> = {
  RETURN: ['申请回退', 'return'],
  EXTENSION: ['申请延期', 'extension'],
  HOLD: ['申请挂账', 'hold'],
}
const DECISIONS: Record<string, Pair> = {
  PENDING: ['待审批', 'pending'],
  GRANTED: ['同意', 'granted'],
  REFUSED: ['不同意', 'refused'],
  LAPSED: ['已失效', 'lapsed'],
}

const named = (words: Record<string, Pair>) => (word: string | null | undefined, language: Language): string => {
  const pair = word ? words[word.toUpperCase()] : undefined
  return pair ? inLanguage(language, pair[0], pair[1]) : word ?? '—'
}

export const sourceWord = named(SOURCES)
export const evidenceWord = named(EVIDENCE)
export const closingWord = named(CLOSINGS)
export const petitionWord = named(PETITIONS)
export const decisionWord = named(DECISIONS)

/** A collector's finding is reported by the collector, so a registering operator cannot choose that source. */
export const REGISTERED_SOURCES = Object.keys(SOURCES).filter(word => word !== 'COLLECTOR')
export const SOURCES_KNOWN = Object.keys(SOURCES)
export const CLOSINGS_KNOWN = Object.keys(CLOSINGS)

/** `SHIFT_LEADER` and `shift-leader` are the same word. */
export const plainWord = (word: string): string => word.toLowerCase().replaceAll('_', '-')

const NUMBER = /^(?:\d{4}|\d{6})(20\d\d(?:0[1-9]|1[0-2])[0-3]\d)(\d{5,})$/

/** Day and count of a case number, which is what people read out; the region before them is the same in every line. */
export function shortNumber(number: string): string {
  const parts = NUMBER.exec(number)
  return parts ? `${parts[1]}-${parts[2]}` : number
}
