import type { EvidenceKind, Particulars } from '@jingwei/api'
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
  kind: 'REPORT' | 'SETTLEMENT' | 'ANSWER'
  act: string
  /** case an answer is about */
  number?: string
  title: string
  particulars: Particulars
  media: Medium[]
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

export function newItem(kind: Item['kind'], act: string, title: string): Item {
  return { id: crypto.randomUUID(), box: 'draft', at: Date.now(), kind, act, title, particulars: {}, media: [] }
}

/** What still lacks before it can be put into the queue; empty where nothing does. */
export function lacks(item: Item, leastPhotos: number): string[] {
  const missing: string[] = []
  const photos = item.media.filter(each => each.view !== 'voice')
  if (item.kind === 'ANSWER') {
    if (photos.length === 0) missing.push('照片')
    if (item.act === 'fail-check' && !item.particulars.reason?.trim()) missing.push('不通过的理由')
    return missing
  }
  if (!item.particulars.classCode) missing.push('问题类别')
  if (!item.particulars.description?.trim()) missing.push('问题描述')
  if (!item.particulars.point) missing.push('位置')
  if (photos.filter(each => each.kind === 'BEFORE').length < leastPhotos) missing.push(`照片（至少 ${leastPhotos} 张）`)
  if (item.kind === 'SETTLEMENT' && !photos.some(each => each.kind === 'AFTER')) missing.push('处置后照片')
  return missing
}
