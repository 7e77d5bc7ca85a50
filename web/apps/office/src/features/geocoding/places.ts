import { ask, sendFile } from '@jingwei/api'

/** A version of a place as the form shows it. */
export interface PlaceVersion {
  id: string, version: number, state: string, stateName: string, kind: string, name: string, standardName: string, aliases: string[]
  regionCode: string, streetCode: string, communityCode: string, roadId: string, plateNumber: string, plateSide: string
  longitude: number | null, latitude: number | null, wkt: string | null, width: number | null, validFrom: string | null, validTo: string | null
  source: string, note: string, changedAt: string, changedBy: string, reason: string, successor: string, parentId: string
}
/** A place beside another in space or time. */
export interface Relative { id: string, kind: string, kindName: string, name: string, validTo: string | null }
export interface Relations { parents: Relative[], successors: Relative[], predecessors: Relative[], formerNames: { name: string, from: string | null, to: string }[] }
/** 停用或改名 while its form is filled in. */
export interface Ending { act: 'retire' | 'rename', day: string, reason: string, successor: string, name: string }
export interface Edition { number: number, publishedAt: string, publishedBy: string, changes: number, places: number, note: string }
export interface AliasProposal { place: string, alias: string, times: number }

export type Draft = Record<(typeof columns)[number], string>
export const columns = ['id', 'kind', 'name', 'standardName', 'aliases', 'regionCode', 'streetCode', 'communityCode', 'roadId', 'plateNumber',
  'plateSide', 'longitude', 'latitude', 'wkt', 'width', 'validFrom', 'validTo', 'source', 'note', 'parentId'] as const
export const kinds: [string, string, string][] = [['district', '区县', 'District'], ['street', '街道', 'Subdistrict'], ['community', '社区', 'Community'],
  ['road', '街巷', 'Road'], ['plate', '门牌', 'Door plate'], ['quarter', '小区', 'Quarter'], ['building', '楼牌', 'Building'], ['landmark', '标志物', 'Landmark'],
  ['poi', '兴趣点', 'Point of interest'], ['city', '市', 'City']]

export const historyOf = (id: string) => ask<PlaceVersion[]>('GET', `/api/places/${encodeURIComponent(id)}`)
/** The roads among the places of an answer, with their lines. */
export async function roadsOf(ids: string[]): Promise<{ name: string, wkt: string }[]> {
  const found = await Promise.all(ids.slice(0, 4).map(historyOf))
  return found.flatMap(([now]) => (now?.kind === 'road' && now.wkt ? [{ name: now.name, wkt: now.wkt }] : []))
}
export const proposals = () => ask<PlaceVersion[]>('GET', '/api/places/proposals?limit=200')
export const propose = (draft: Draft) => sendFile<{ count: number }>('/api/places/import', new Blob([csv(draft)], { type: 'text/csv' }))
export const importPlaces = (file: File) => (/\.csv$/i.test(file.name)
  ? sendFile<{ count: number }>('/api/places/import', new Blob([file], { type: 'text/csv' }))
  : sendFile<{ count: number }>(`/api/places/import/spatial?name=${encodeURIComponent(file.name)}`, new Blob([file], { type: 'application/octet-stream' })))
export const decline = (id: string) => ask<void>('POST', `/api/places/${encodeURIComponent(id)}/decline`, { body: {} })
export const end = (id: string, { act, day, reason, successor, name }: Ending) => (act === 'retire'
  ? ask<void>('POST', `/api/places/${encodeURIComponent(id)}/retirement`, { body: { last: day, reason, successor } })
  : ask<void>('POST', `/api/places/${encodeURIComponent(id)}/renaming`, { body: { name: name.trim(), from: day, reason } }))
export const relationsOf = (id: string) => ask<Relations>('GET', `/api/places/${encodeURIComponent(id)}/relations`)
export const publish = (note: string) => ask<{ count: number }>('POST', '/api/places/publication', { body: { note } })
export const editions = () => ask<Edition[]>('GET', '/api/places/editions')
export const aliasProposals = () => ask<AliasProposal[]>('GET', '/api/places/alias-proposals')
export const settleAlias = (place: string, alias: string, accepted: boolean) =>
  ask<void>('POST', '/api/places/alias-proposals/settlement', { body: { place, alias, accepted } })

export const blank = (): Draft => ({ ...Object.fromEntries(columns.map(column => [column, ''])), kind: 'landmark' }) as Draft

/** The form of a version; a published one is changed by proposing it anew. */
export function draftOf(one: PlaceVersion): Draft {
  return { ...blank(), ...Object.fromEntries(columns.map(column => {
    const value = column === 'aliases' ? one.aliases.join('|') : one[column]
    return [column, value === null || value === undefined ? '' : String(value)]
  })) } as Draft
}

/** One header and one row, every cell quoted. */
export function csv(draft: Draft): string {
  return `${columns.join(',')}\r\n${columns.map(column => `"${draft[column].replaceAll('"', '""')}"`).join(',')}\r\n`
}

const isArea = (kind: string) => ['city', 'district', 'street', 'community'].includes(kind)

/** What is drawn by clicking: a road is a line, an area or quarter an outline, all else a point. */
export const drawnAs = (kind: string): 'line' | 'outline' | 'point' => (kind === 'road' ? 'line' : isArea(kind) ? 'outline' : 'point')

/** Corners of a line or outline; those of the first part where there are several. */
export function corners(wkt: string): number[][] {
  const inside = /\(+([^()]+)\)/.exec(wkt)?.[1]
  const all = inside ? inside.split(',').map(pair => pair.trim().split(/\s+/).slice(0, 2).map(Number)) : []
  const last = all[all.length - 1]
  const closed = /^\s*(MULTI)?POLYGON/i.test(wkt) && all.length > 1 && last?.join() === all[0]?.join()
  return closed ? all.slice(0, -1) : all
}

/** The text of a drawn shape; nothing while it has too few corners. */
export function shapeOf(kind: string, drawn: number[][]): string {
  const text = (all: number[][]) => all.map(([x, y]) => `${x!.toFixed(7)} ${y!.toFixed(7)}`).join(', ')
  if (drawnAs(kind) === 'line') return drawn.length < 2 ? '' : `LINESTRING(${text(drawn)})`
  return drawn.length < 3 ? '' : `POLYGON((${text([...drawn, drawn[0]!])}))`
}
