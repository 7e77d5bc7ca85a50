import { ask } from '@jingwei/api'

export interface ProcessVersion { name: string, version: number, publishedAt: string, publishedBy: string, validFrom?: string }
export interface StateOf { word: string, name: string, stage: string, isFinal: boolean }
export interface ProcessView { name: string, version: number, title: string, page: string, states: StateOf[], versions: ProcessVersion[] }
export interface Breach { article?: string, line: number, what: string }
export interface Move { from: string, act: string, name: string, by: string[], to: string, clause: string }
export interface Drawing { states: StateOf[], arrows: Move[], examples: number }
export interface Stuck { from: string, act: string, to: string, axis: string, times: number, number: string }
export interface Rehearsal { acts: number, cases: number, stuck: Stuck[] }

export const inForce = () => ask<ProcessView>('GET', '/api/process')
export const versionOf = (name: string, version: number) => ask<ProcessView>('GET', `/api/process/versions/${encodeURIComponent(name)}/${version}`)
export const examine = (page: string) => ask<Breach[]>('POST', '/api/process/examination', { body: { page } })
export const draw = (page: string) => ask<Drawing>('POST', '/api/process/drawing', { body: { page } })
export const rehearse = (page: string) => ask<Rehearsal>('POST', '/api/process/rehearsal', { body: { page } })
export const publish = (page: string, validFrom: string | undefined, key: string) =>
  ask<ProcessView>('POST', '/api/process', { body: { page, validFrom }, key })

const HEAD = /^(\s*process\s+\S+\s+)(\d+)/m

/** A published version is never changed: the page to work on carries the number after the highest one. */
export function nextVersion(page: string, versions: ProcessVersion[]): string {
  const highest = Math.max(0, ...versions.map(each => each.version))
  return page.replace(HEAD, (_, head: string) => `${head}${highest + 1}`)
}
