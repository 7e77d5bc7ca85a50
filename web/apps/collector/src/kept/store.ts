import { Dexie, type Table } from 'dexie'
import { newKey, open, openJson, openKey, rewrap, seal, sealJson, type Sealed, type Wrapped } from './vault'

export type Box = 'draft' | 'queue' | 'sent' | 'failed'
interface Row { id: string, box: Box, at: number, sealed: Sealed }
interface PhotoRow { hash: string, type: string, size: number, sealed: Sealed }
interface TrackRow { n?: number, at: number, sealed: Sealed }
interface Named { name: string, version: string, sealed: Sealed }
interface Kept { name: string, value: unknown }

/** 本机库: one a platform and account, so that two collectors on one phone do not meet. */
class Phone extends Dexie {
  items!: Table<Row, string>
  photos!: Table<PhotoRow, string>
  track!: Table<TrackRow, number>
  chunks!: Table<Named, string>
  tasks!: Table<Named, string>
  kept!: Table<Kept, string>

  constructor(name: string) {
    super(name)
    this.version(1).stores({ items: 'id, box, at', photos: 'hash', track: '++n, at', chunks: 'name', tasks: 'name', kept: 'name' })
  }
}

const PREFIX = 'jingwei-collector-'
let phone: Phone | null = null
let key: CryptoKey | null = null

export class Locked extends Error {}

function here(): { phone: Phone, key: CryptoKey } {
  if (!phone || !key) throw new Locked('the phone is locked')
  return { phone, key }
}

/**
 * Opens the store of an account by its password; false where the password does not open what is kept. After a change of password the
 * former one opens it once more; where nothing waits to be sent, the store begins anew instead.
 */
export async function unlock(owner: string, password: string, former = ''): Promise<boolean> {
  phone = new Phone(PREFIX + owner)
  const wrapped = (await phone.kept.get('wrapped'))?.value as Wrapped | undefined
  if (!wrapped) return begin(phone, password)
  key = await openKey(password, wrapped)
  if (!key && former) {
    const again = await rewrap(former, wrapped, password)
    if (again) {
      await phone.kept.put({ name: 'wrapped', value: again.wrapped })
      key = again.key
    }
  }
  if (!key && await phone.items.where('box').anyOf('draft', 'queue', 'failed').count() === 0) {
    await Promise.all(phone.tables.map(table => table.clear()))
    return begin(phone, password)
  }
  if (key) await phone.kept.put({ name: 'handle', value: key })
  return key !== null
}

/** Without a network only the right password opens what is there; nothing is begun anew. */
export async function canOpen(owner: string, password: string): Promise<boolean> {
  phone = new Phone(PREFIX + owner)
  const wrapped = (await phone.kept.get('wrapped'))?.value as Wrapped | undefined
  key = wrapped ? await openKey(password, wrapped) : null
  if (key) await phone.kept.put({ name: 'handle', value: key })
  return key !== null
}

async function begin(phone: Phone, password: string): Promise<boolean> {
  const made = await newKey(password)
  await phone.kept.bulkPut([{ name: 'wrapped', value: made.wrapped }, { name: 'handle', value: made.key }])
  key = made.key
  return true
}

/** Goes on after the app was killed, without a password: the handle is still here. */
export async function resume(owner: string): Promise<boolean> {
  phone = new Phone(PREFIX + owner)
  key = ((await phone.kept.get('handle'))?.value as CryptoKey | undefined) ?? null
  return key !== null
}

/** 锁定: the data stay, the handle goes. */
export async function lock(): Promise<void> {
  await phone?.kept.delete('handle')
  key = null
}

/** 清除: nothing of anybody stays on this phone. */
export async function wipe(): Promise<void> {
  phone?.close()
  phone = null
  key = null
  const names = await Dexie.getDatabaseNames()
  await Promise.all(names.filter(name => name.startsWith(PREFIX)).map(name => Dexie.delete(name)))
  await Promise.all((await caches.keys()).filter(name => name === 'tiles').map(name => caches.delete(name)))
  localStorage.clear()
}

export const isOpen = (): boolean => key !== null

/** Writes an item; when this has ended it is on the phone. */
export async function putItem<T extends { id: string, box: Box, at: number }>(item: T): Promise<void> {
  const { phone, key } = here()
  const sealed = await sealJson(key, item)
  await phone.items.put({ id: item.id, box: item.box, at: item.at, sealed })
}

export async function getItem<T>(id: string): Promise<T | null> {
  const { phone, key } = here()
  const row = await phone.items.get(id)
  return row ? openJson<T>(key, row.sealed) : null
}

export async function itemsIn<T>(...boxes: Box[]): Promise<T[]> {
  const { phone, key } = here()
  const rows = await phone.items.where('box').anyOf(boxes).sortBy('at')
  return Promise.all(rows.map(row => openJson<T>(key, row.sealed)))
}

export async function countBoxes(): Promise<Record<Box, number>> {
  const { phone } = here()
  const count = (box: Box) => phone.items.where('box').equals(box).count()
  return { draft: await count('draft'), queue: await count('queue'), sent: await count('sent'), failed: await count('failed') }
}

export async function dropItem(id: string): Promise<void> {
  await here().phone.items.delete(id)
}

export async function putPhoto(hash: string, bytes: ArrayBuffer, type: string): Promise<void> {
  const { phone, key } = here()
  await phone.photos.put({ hash, type, size: bytes.byteLength, sealed: await seal(key, bytes) })
}

export async function getPhoto(hash: string): Promise<Blob | null> {
  const { phone, key } = here()
  const row = await phone.photos.get(hash)
  return row ? new Blob([await open(key, row.sealed)], { type: row.type }) : null
}

export async function dropPhotos(hashes: string[]): Promise<void> {
  await here().phone.photos.bulkDelete(hashes)
}

export async function addTrack(at: number, value: unknown): Promise<void> {
  const { phone, key } = here()
  await phone.track.add({ at, sealed: await sealJson(key, value) })
}

export async function oldestTrack<T>(most: number): Promise<{ numbers: number[], values: T[] }> {
  const { phone, key } = here()
  const rows = await phone.track.orderBy('n').limit(most).toArray()
  return { numbers: rows.map(row => row.n ?? 0), values: await Promise.all(rows.map(row => openJson<T>(key, row.sealed))) }
}

export async function dropTrack(numbers: number[]): Promise<void> {
  await here().phone.track.bulkDelete(numbers)
}

type Shelf = 'chunks' | 'tasks'

export async function putNamed(shelf: Shelf, name: string, version: string, value: unknown): Promise<void> {
  const { phone, key } = here()
  const sealed = await sealJson(key, value)
  await phone[shelf].put({ name, version, sealed })
}

export async function versions(shelf: Shelf): Promise<Map<string, string>> {
  const rows = await here().phone[shelf].toArray()
  return new Map(rows.map(row => [row.name, row.version]))
}

export async function named<T>(shelf: Shelf, prefix: string): Promise<T[]> {
  const { phone, key } = here()
  const rows = await phone[shelf].where('name').startsWith(prefix).toArray()
  return Promise.all(rows.map(row => openJson<T>(key, row.sealed)))
}

export async function dropNamed(shelf: Shelf, names: string[]): Promise<void> {
  await here().phone[shelf].bulkDelete(names)
}
