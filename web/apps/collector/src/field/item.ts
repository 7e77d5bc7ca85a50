import { say } from '@jingwei/ui/language'
import type { EvidenceKind, FormField, Particulars } from '@jingwei/api'
import type { Census } from './reference'
import type { Box } from '../kept/store'

export interface Medium {
  hash: string
  kind: EvidenceKind
  view: 'near' | 'far' | 'reference' | 'after' | 'voice'
  type: string
  size: number
  takenAt: string
  longitude?: number
  latitude?: number
}

/** 一件: a report, settlement or answer on the phone; its id is made here and never again. */
export interface Item {
  id: string
  box: Box
  at: number
  kind: 'REPORT' | 'SETTLEMENT' | 'ANSWER' | 'NOTE'
  act: string
  /** case an answer is about */
  number?: string
  title: string
  particulars: Particulars
  media: Medium[]
  note?: FieldNote
  saidAt?: string
  fixAccuracy?: number
  /** what the server made of it */
  caseNumber?: string
  sentAt?: number
  trouble?: string
  remedy?: string
  /** the form is there, photos are under way */
  formSent?: boolean
}

/** 部件变更 and 普查: what goes to the data keepers and begins no case (ACQ-24, ACQ-25). */
export interface FieldNote {
  kind: 'CHANGED' | 'MISSING' | 'NEW' | 'CENSUS'
  census?: string
  answers?: Record<string, string>
}

/** Questions of a census that must be answered and are not. */
export const unanswered = (census: Census, answers: Record<string, string> = {}): string[] =>
  census.questions.filter(each => each.required && !answers[each.name]?.trim()).map(each => each.label)

export function newItem(kind: Item['kind'], act: string, title: string): Item {
  return { id: crypto.randomUUID(), box: 'draft', at: Date.now(), kind, act, title, particulars: {}, media: [] }
}

/** What still lacks before it can be put into the queue; empty where nothing does. `fields`: what the class asks besides. */
export function lacks(item: Item, leastPhotos: number, fields: FormField[] = []): string[] {
  const missing: string[] = []
  const photos = item.media.filter(each => each.view !== 'voice')
  if (item.kind === 'ANSWER') {
    if (photos.length === 0) missing.push(say('照片', 'a photo'))
    if (item.act === 'fail-check' && !item.particulars.reason?.trim()) missing.push(say('不通过的理由', 'the reason'))
    return missing
  }
  if (item.kind === 'NOTE') {
    if (item.note?.kind !== 'CENSUS' && !item.particulars.description?.trim()) missing.push(say('说明', 'a description'))
    if (!item.particulars.point) missing.push(say('位置', 'the place'))
    if ((item.note?.kind === 'CHANGED' || item.note?.kind === 'MISSING') && !item.particulars.component) missing.push(say('部件', 'the component'))
    if (item.note?.kind === 'NEW' && !item.particulars.classCode) missing.push(say('问题类别', 'the class'))
    if (item.note?.kind !== 'CENSUS' && photos.length === 0) missing.push(say('照片', 'a photo'))
    return missing
  }
  if (!item.particulars.classCode) missing.push(say('问题类别', 'the class'))
  missing.push(...fields.filter(each => each.required && item.particulars.extra?.[each.key] === undefined).map(each => each.label))
  if (!item.particulars.description?.trim()) missing.push(say('问题描述', 'a description'))
  if (!item.particulars.point) missing.push(say('位置', 'the place'))
  if (photos.filter(each => each.kind === 'BEFORE').length < leastPhotos) missing.push(say(`照片（至少 ${leastPhotos} 张）`, `${leastPhotos} photo(s)`))
  if (item.kind === 'SETTLEMENT' && !photos.some(each => each.kind === 'AFTER')) missing.push(say('处置后照片', 'a photo after'))
  return missing
}
