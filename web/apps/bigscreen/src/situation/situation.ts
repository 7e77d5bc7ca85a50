import { ask, query } from '@jingwei/api'

export interface WallPoint { number: string, longitude: number, latitude: number, stage: string, classCode: string, unit?: string, street: string, yellow?: string, due?: string, held: boolean, ended: boolean }
export interface Lights { open: number, yellow: number, red: number, held: number }
export interface StateLine { state: string, name: string, lights: Lights }
export interface StageLine { stage: string, name: string, lights: Lights, states: StateLine[] }
export type Counts = Record<string, number>
export interface DayLine { day: string, counts: Counts }
export interface RankLine { code: string, name: string, lights: Lights, counts: Counts }
export interface ShareLine { code: string, name: string, count: number }
export interface HotSpot { cell: string, community: string, count: number, longitude: number, latitude: number }
export interface LiveLine { number: string, className: string, place: string, act: string, actName: string, postName: string, stage: string, at: string, longitude: number, latitude: number }
export interface MovingCount { collectors: number, vehicles: number, moving: number, still: number, astray: number, silent: number }
export interface County { platform: string, name: string, region: string, asOf: string, figures: Counts, cases: { number: string, stage: string, light: string, longitude: number, latitude: number }[] }
export interface Figures {
  seq: number, now: string, rate: number
  platform: { id: string, name: string, region: string, standing: string, model: string }
  open: Lights, today: Counts, yesterday: Counts, stages: StageLine[], days: DayLine[], units: RankLine[], streets: RankLine[]
  classes: ShareLine[], sources: ShareLine[], hotSpots: HotSpot[], live: LiveLine[], moving: MovingCount, counties: County[]
}
export interface Thing { id: string, kind: 'COLLECTOR' | 'VEHICLE', name: string, post?: string, unit?: string, longitude: number, latitude: number, at: string, state: 'MOVING' | 'STILL' | 'ASTRAY' | 'SILENT', speed?: number, heading?: number }
export interface TrackPoint { at: string, longitude: number, latitude: number, speed?: number }
export interface PersonRecord { post: string, postName: string, personName?: string, organization: string, dutyGrids: string[], thing?: Thing, today: Counts, thirtyDays: Counts, tasks: WallPoint[] }
export interface GridRecord { code: string, community: string, street: string, district: string, dutyGrid?: string, areaClass: string, areaSquareMeters: number, onDuty: { post: string, name: string }[], open: WallPoint[], thirtyDays: Counts, components: ShareLine[] }
export interface Camera { id: string, name: string, longitude: number, latitude: number, link: string }
export interface Turn { theme: string, seconds: number }
export interface Screen { name: string, turns: Turn[] }
export interface Scheme { id: string, name: string, screens: Screen[] }
export interface Message { id: string, from: string, toKind: string, to: string, text: string, caseNumber?: string, sentAt: string }
export interface GradeTable {
  composite: string | null
  grades: { letter: string, least: number, word: string, color: string, pattern: string }[]
  lines: { code: string, name: string, grade: string | null, rank: number | null, values: Record<string, number | null> }[]
}

const root = '/api/situation'
export const casesPage = (after: string | null, signal?: AbortSignal) =>
  ask<{ seq: number, cases: WallPoint[], next?: string }>('GET', `${root}/cases${query({ after })}`, { signal })
export const movingThings = () => ask<Thing[]>('GET', `${root}/moving`)
export const person = (post: string) => ask<PersonRecord>('GET', `${root}/persons/${encodeURIComponent(post)}`)
export const grid = (code: string) => ask<GridRecord>('GET', `${root}/grids/${encodeURIComponent(code)}`)
export const track = (id: string, from: string, to: string) => ask<TrackPoint[]>('GET', `${root}/tracks/${encodeURIComponent(id)}${query({ from, to })}`)
export const cameras = () => ask<Camera[]>('GET', `${root}/cameras`)
export const nearestCameras = (longitude: number, latitude: number) =>
  ask<{ camera: Camera, meters: number }[]>('GET', `${root}/cameras/nearest${query({ longitude, latitude, count: 4 })}`)
export const schemes = () => ask<Scheme[]>('GET', `${root}/schemes`)
export const keepScheme = (scheme: Scheme) => ask<Scheme>('PUT', `${root}/schemes/${encodeURIComponent(scheme.id)}`, { body: { name: scheme.name, screens: scheme.screens } })
export const dropScheme = (id: string) => ask<void>('DELETE', `${root}/schemes/${encodeURIComponent(id)}`)
export const sendMessage = (to: string, text: string, number: string | null, key: string) =>
  ask<Message>('POST', `${root}/messages`, { body: { to, text, number }, key })
export const grades = (subject: string, period: string, day: string) =>
  ask<GradeTable>('GET', `/api/evaluation/results${query({ subject, period, day })}`)
export const basemapLayers = () => ask<{ id: string, keeping: string, count: number, drawOrder: number, leastZoom: number, visible: boolean }[]>('GET', '/api/basemap/layers')
export const componentsIn = (box: number[]) =>
  ask<{ code: string, longitude: number, latitude: number }[]>('GET', `/api/components${query({ bbox: box.map(one => one.toFixed(6)).join(','), limit: 2000 })}`)

export const THEMES: [id: string, zh: string, en: string][] = [
  ['overview', '总览', 'Overview'], ['collection', '采集巡查', 'Collection'], ['handling', '派遣处置', 'Handling'],
  ['hot-spots', '热点高发', 'Hot spots'], ['evaluation', '综合评价', 'Evaluation'], ['counties', '市县联动', 'Counties'],
]
export const STAGES = ['collection', 'creation', 'dispatch', 'handling', 'feedback', 'check', 'evaluation']

/** Handled in time of all handled, in percent; null where nothing was handled. */
export function onTime(counts: Counts): number | null {
  const handled = counts.handled ?? 0
  return handled === 0 ? null : Math.round((1 - (counts.late ?? 0) / handled) * 1000) / 10
}

/** `王城社区居民委员会` as people say it: the community without its committee. */
export const shortPlace = (name: string): string => name.replace(/(居民|村民)委员会$/, '')
