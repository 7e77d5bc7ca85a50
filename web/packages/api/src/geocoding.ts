import { ask, sendFile } from './client'

export interface SpotProperties {
  grade: string
  gradeName: string
  letter: string
  sure: boolean
  score: number
  kind: string
  places: string[]
  matched: string[]
  text: string
  radius: number
  way?: { type: 'LineString', coordinates: number[][] }
  unitGrid?: string
  community?: string
  subdistrict?: string
  district?: string
  dutyGrid?: string
}
export interface Spot { type: 'Feature', geometry?: { type: 'Point', coordinates: [number, number] }, properties: SpotProperties }
export interface Spots { features: Spot[], refused?: { code: string, text: string, understood: string[] } }
export interface Suggested { place: string, text: string, kind: string, kindName: string, area: string, longitude?: number, latitude?: number }
export interface BatchRow { id: string, query: string, answer: Spots }
export interface BatchReport {
  total: number
  sure: number
  grades: { grade: string, letter: string, name: { zh: string, en: string }, count: number }[]
  rows: BatchRow[]
}

const asked = (parts: Record<string, string | number | undefined>) =>
  Object.entries(parts).filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')

export const searchAddress = (q: string, more: { near?: string, asOf?: string, limit?: number } = {}, signal?: AbortSignal) =>
  ask<Spots>('GET', `/api/geocoding/search?${asked({ q, ...more })}`, { signal })
export const suggestAddress = (q: string, limit = 8, signal?: AbortSignal) =>
  ask<Suggested[]>('GET', `/api/geocoding/suggest?${asked({ q, limit })}`, { signal })
export const describePoint = (longitude: number, latitude: number) =>
  ask<Spots>('GET', `/api/geocoding/reverse?${asked({ longitude, latitude })}`)
export const batchAddresses = (csv: string) =>
  sendFile<BatchReport>('/api/geocoding/batch', new Blob([csv], { type: 'text/csv' }))
export const correctAddress = (words: string, place: string) =>
  ask<void>('POST', '/api/places/corrections', { body: { words, place } })
