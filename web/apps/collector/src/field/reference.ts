import { ask, type FormField, type MapLook } from '@jingwei/api'
import { ref } from 'vue'
import { dropNamed, isOpen, named, putNamed, versions } from '../kept/store'

export interface Condition { number: number, text: string, closing: string, limits: Record<string, string> }
export interface MinorClass { code: string, name: string, nameEn: string, major: string, majorName: string, geometry: string, conditions: Condition[], fields?: FormField[] }
export interface Thing { code: string, classCode: string, name: string, at: [number, number], owner?: string, state: string }
export interface Cell { code: string, outline: [number, number][], community: string, components: Thing[] }
export interface Contact { post: string, kind: string, name: string, postName: string, phone?: string }
export interface Question { name: string, label: string, kind: 'TEXT' | 'NUMBER' | 'YES' | 'CHOICE', choices?: string[], required: boolean }
export interface Census { id: string, title: string, words: string, dutyGrids: string[], classCode?: string, questions: Question[], until: string }
export interface DutyGrid { code: string, name: string, cells: string[] }
export interface Settings {
  intervalSeconds: number, photosLeast: number, photosMost: number, lowestVersion: string, centerPhone?: string, coarseMeters: number
}

export const STANDARD: Settings = { intervalSeconds: 30, photosLeast: 1, photosMost: 5, lowestVersion: '0.0.0', coarseMeters: 200 }
export const settings = ref<Settings>(STANDARD)
export const minorClasses = ref<MinorClass[]>([])
export const cells = ref<Cell[]>([])
export const dutyGrids = ref<DutyGrid[]>([])
export const contacts = ref<Contact[]>([])
export const censuses = ref<Census[]>([])
/** 图面 as the city set it, kept for the map without a network. */
export const look = ref<MapLook | null>(null)
export const syncedAt = ref(Number(localStorage.getItem('jingwei.synced') ?? 0))
export const syncing = ref('')

/** What is on the phone, at the start and after every change. */
export async function loadReference(): Promise<void> {
  if (!isOpen()) return
  settings.value = (await named<Settings>('chunks', 'settings'))[0] ?? STANDARD
  minorClasses.value = (await named<MinorClass[]>('chunks', 'classes-')).flat()
  cells.value = await named<Cell>('chunks', 'cell-')
  dutyGrids.value = (await named<DutyGrid[]>('chunks', 'duty-grids'))[0] ?? []
  contacts.value = (await named<Contact[]>('chunks', 'contacts'))[0] ?? []
  censuses.value = (await named<Census[]>('chunks', 'censuses'))[0] ?? []
  look.value = (await named<MapLook>('chunks', 'look'))[0] ?? null
}

/** 同步: fetches the chunks whose version differs and forgets those that are no longer listed. */
export async function synchronise(): Promise<number> {
  const listed = await ask<{ name: string, version: string, bytes: number }[]>('GET', '/api/collection/sync')
  const known = await versions('chunks')
  const changed = listed.filter(chunk => known.get(chunk.name) !== chunk.version)
  for (const [n, chunk] of changed.entries()) {
    syncing.value = `${n + 1}/${changed.length}`
    await putNamed('chunks', chunk.name, chunk.version, await ask('GET', `/api/collection/sync/${chunk.name}`))
  }
  const names = new Set([...listed.map(chunk => chunk.name), 'look'])
  const newest = await ask<MapLook>('GET', '/api/basemap/look').catch(() => null)
  if (newest) await putNamed('chunks', 'look', JSON.stringify(newest), newest)
  await dropNamed('chunks', [...known.keys()].filter(name => !names.has(name)))
  syncing.value = ''
  syncedAt.value = Date.now()
  localStorage.setItem('jingwei.synced', String(syncedAt.value))
  await loadReference()
  return changed.length
}

const numbers = (version: string) => version.split('.').map(Number)

/** The app is older than the server allows (ACQ-27). */
export function tooOld(version: string, lowest: string): boolean {
  const [a, b] = [numbers(version), numbers(lowest)]
  for (let n = 0; n < 3; n++) {
    if ((a[n] ?? 0) !== (b[n] ?? 0)) return (a[n] ?? 0) < (b[n] ?? 0)
  }
  return false
}

/** Whether a point lies in one of one's own cells, by what is on the phone. */
export function ownCell(longitude: number, latitude: number): Cell | undefined {
  return cells.value.find(cell => inside(cell.outline, longitude, latitude))
}

function inside(ring: [number, number][], x: number, y: number): boolean {
  let within = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] ?? [0, 0]
    const [xj, yj] = ring[j] ?? [0, 0]
    if ((yi > y) !== (yj > y) && x < (xj - xi) * (y - yi) / (yj - yi) + xi) within = !within
  }
  return within
}

/** The nearest components to a point, of one class where one is wanted. */
export function nearestThings(longitude: number, latitude: number, classCode: string | undefined, most: number): (Thing & { meters: number })[] {
  const east = 111_320 * Math.cos(latitude * Math.PI / 180)
  return cells.value.flatMap(cell => cell.components).filter(thing => !classCode || thing.classCode === classCode)
    .map(thing => ({ ...thing, meters: Math.hypot((thing.at[0] - longitude) * east, (thing.at[1] - latitude) * 111_320) }))
    .sort((a, b) => a.meters - b.meters).slice(0, most)
}
