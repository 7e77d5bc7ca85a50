import { Refused, ask, speaker } from './client'

export interface MapLayer {
  id: string
  nameZh: string
  nameEn: string
  keeping: 'FEATURES' | 'UNIT_GRIDS' | 'DUTY_GRIDS' | 'COMMUNITIES' | 'COMPONENTS' | 'IMAGERY'
  shape: 'POINT' | 'LINE' | 'POLYGON'
  theme: string
  leastZoom: number
  drawOrder: number
  color: string
  /** the look gives its colour */
  recolored: boolean
  /** shown at first */
  visible: boolean
  /** colours of components by class */
  symbols?: Record<string, string>
  fields: { name: string, required: boolean }[]
  version: number
  count: number
  extent?: [number, number, number, number]
  origin: string
  surveyedOn?: string
  accuracyMeters?: number
  scale: string
  keeper: string
  useLimits: string
  coordinateSystem: string
}
/** 底图: a tile service of the city, by way of the server. */
export interface MapBackdrop {
  id: string
  nameZh: string
  nameEn: string
  system: string
  /** of a plane */
  meridian?: number
  zone: number
  origin: [number, number]
  resolutions: number[]
  tileSize: number
  leastZoom: number
  mostZoom: number
  attribution?: string
}
/** 图面: layers from the bottom to the top, symbols of components by class. */
export interface MapLook { layers: { layer: string, visible: boolean, color?: string }[], symbols: { classes: string, color: string }[] }
export interface LookVersion { version: number, look: MapLook, note: string, keptAt: string, keptBy?: string }
export interface MapLayerVersion { version: number, publishedAt: string, publishedBy: string, note: string, added: number, changed: number, removed: number }
export interface LandUpdate {
  id: string
  layer: string
  mode: 'REPLACE' | 'MERGE'
  fileName: string
  system?: string
  note: string
  state: string
  stateText: string
  done: number
  total: number
  added: number
  changed: number
  removed: number
  unchanged: number
  faults: number
  warnings: number
  message?: string
  version?: number
  proposedAt: string
  proposedBy: string
  reviewedBy?: string
  remark?: string
  publishedAt?: string
}
export interface UpdateFault {
  type: 'Feature'
  id: number
  geometry?: { type: string, coordinates: unknown }
  properties: { severity: 'FAULT' | 'WARNING', kind: string, record: number, subject: string, what: string, whatEn: string, settled: boolean, remark?: string }
}
export interface CoordinateSystem { word: string, name: string, datum: string, usable: boolean, accuracyMeters?: number }
export interface UpdateProposal { layer: string, mode: string, fileName: string, encoding?: string, system?: string, note: string }

/** One edit of cells; places are longitude and latitude. */
export type CellEdit =
  | { kind: 'MOVE', from: [number, number], to: [number, number] }
  | { kind: 'INSERT', from: [number, number], to: [number, number], at: [number, number] }
  | { kind: 'REMOVE', at: [number, number] }
  | { kind: 'SPLIT', cell: string, line: [number, number][] }
  | { kind: 'MERGE', cells: string[] }
  | { kind: 'RENUMBER', cell: string, code: string }
  | { kind: 'NOTE', cell: string, note: string }
export interface EditedCells {
  features: { type: 'Feature', id: string, geometry: { type: string, coordinates: number[][][] }, properties: { areaClass: string, areaSquareMeters: number, note?: string } }[]
  ended: string[]
  successions: { from: string, to: string, kind: 'RENUMBERED' | 'SPLIT' | 'MERGED' | 'RESHAPED', share: number }[]
  communities: string[]
}

/** The server takes requests of up to 2 MB. */
const PART = 1_000_000

export const mapLayers = () => ask<MapLayer[]>('GET', '/api/basemap/layers')
export const mapBackdrops = () => ask<MapBackdrop[]>('GET', '/api/basemap/backdrops')
export const mapLook = () => ask<MapLook>('GET', '/api/basemap/look')
export const lookVersions = () => ask<LookVersion[]>('GET', '/api/basemap/look/versions')
export const keepLook = (look: MapLook & { note: string }, key: string) => ask<LookVersion>('PUT', '/api/basemap/look', { body: look, key })
export const layerVersions = (id: string) => ask<MapLayerVersion[]>('GET', `/api/basemap/layers/${id}/versions`)
export const coordinateSystems = () => ask<CoordinateSystem[]>('GET', '/api/basemap/coordinate-systems')
export const landUpdates = () => ask<LandUpdate[]>('GET', '/api/basemap/updates?limit=100')
export const landUpdate = (id: string) => ask<LandUpdate>('GET', `/api/basemap/updates/${id}`)
export const updateFaults = (id: string) =>
  ask<{ features: UpdateFault[] }>('GET', `/api/basemap/updates/${id}/faults?limit=1000`).then(list => list.features)
export const settleFault = (id: string, number: number, settled: boolean, remark: string) =>
  ask<void>('POST', `/api/basemap/updates/${id}/faults/${number}/settlement`, { body: { settled, remark } })
export const reviewUpdate = (id: string, accepted: boolean, remark: string) =>
  ask<LandUpdate>('POST', `/api/basemap/updates/${id}/review`, { body: { accepted, remark } })
export const publishUpdate = (id: string) => ask<LandUpdate>('POST', `/api/basemap/updates/${id}/publication`, { body: {} })
export const cancelUpdate = (id: string) => ask<LandUpdate>('POST', `/api/basemap/updates/${id}/cancellation`, { body: {} })
export const divideLand = (note: string) =>
  ask<LandUpdate>('POST', '/api/basemap/updates/divisions', { body: { id: crypto.randomUUID(), note } })

export const composeBeats = (count: number) =>
  ask<LandUpdate>('POST', '/api/basemap/updates/beats', { body: { id: crypto.randomUUID(), count } })
export const tryCellEdits = (edits: CellEdit[]) => ask<EditedCells>('POST', '/api/basemap/cell-edits/trial', { body: { edits } })
export const proposeCellEdits = (edits: CellEdit[], note: string) =>
  ask<LandUpdate>('POST', '/api/basemap/cell-edits', { body: { id: crypto.randomUUID(), note, edits } })

/** Proposes an update and sends its file in parts; `told` hears how much of it is sent, 0 to 1. */
export async function sendUpdate(proposal: UpdateProposal, file: Blob, told: (share: number) => void): Promise<LandUpdate> {
  const { id } = await ask<LandUpdate>('POST', '/api/basemap/updates', { body: { ...proposal, id: crypto.randomUUID() } })
  const parts = Math.max(1, Math.ceil(file.size / PART))
  for (let number = 0; number < parts; number++) {
    await sendPart(id, number, file.slice(number * PART, (number + 1) * PART))
    told((number + 1) / parts)
  }
  return ask<LandUpdate>('POST', `/api/basemap/updates/${id}/check`, { body: { parts } })
}

async function sendPart(id: string, number: number, content: Blob): Promise<void> {
  const headers = new Headers({ 'Content-Type': 'application/octet-stream', 'Idempotency-Key': `${id}-${number}` })
  headers.set('Accept-Language', speaker.language === 'en' ? 'en' : 'zh-CN')
  if (speaker.post) headers.set('X-Post', speaker.post)
  if (speaker.csrf) headers.set('X-CSRF', speaker.csrf)
  const answer = await fetch(`/api/basemap/updates/${id}/parts/${number}`, { method: 'PUT', headers, body: content, credentials: 'same-origin' })
  if (!answer.ok) throw new Refused(await answer.json())
}
