import { ref } from 'vue'
import { cells } from './reference'

/** 底图: layers drawn under the cells, the lowest first. */
export const LAYERS = ['water', 'green', 'buildings', 'roads']
const LEAST = 13
const MOST = 17
const MARGIN = 0.002
/** The service worker keeps squares under the same name, so that a square fetched here is found there. */
const CACHE = 'tiles'
const AT_ONCE = 6

export const tilesLeft = ref(0)

interface Box { west: number, south: number, east: number, north: number }

const column = (longitude: number, z: number) => Math.floor((longitude + 180) / 360 * 2 ** z)
const row = (latitude: number, z: number) => {
  const turned = latitude * Math.PI / 180
  return Math.floor((1 - Math.log(Math.tan(turned) + 1 / Math.cos(turned)) / Math.PI) / 2 * 2 ** z)
}

/** Addresses of every square over a box, coarse ones first. */
export function squares(box: Box, layers: string[] = LAYERS): string[] {
  const found: string[] = []
  for (let z = LEAST; z <= MOST; z++) {
    for (let x = column(box.west, z); x <= column(box.east, z); x++) {
      for (let y = row(box.north, z); y <= row(box.south, z); y++) {
        for (const layer of layers) found.push(`/api/basemap/tiles/${layer}/${z}/${x}/${y}.mvt`)
      }
    }
  }
  return found
}

function own(): Box | null {
  const points = cells.value.flatMap(cell => cell.outline)
  if (points.length === 0) return null
  const [xs, ys] = [points.map(at => at[0]), points.map(at => at[1])]
  return { west: Math.min(...xs) - MARGIN, south: Math.min(...ys) - MARGIN, east: Math.max(...xs) + MARGIN, north: Math.max(...ys) + MARGIN }
}

/**
 * Brings the squares of one's own duty grids onto the phone (DEV-09, DEV-18). A square that is there is asked for by its mark, so an
 * unchanged one costs a few bytes. Stops where the network does; the next time goes on.
 */
export async function keepTiles(): Promise<number> {
  const box = own()
  if (!box || !('caches' in globalThis)) return 0
  const cache = await caches.open(CACHE)
  const wanted = squares(box)
  tilesLeft.value = wanted.length
  let fetched = 0
  try {
    for (let n = 0; n < wanted.length; n += AT_ONCE) {
      await Promise.all(wanted.slice(n, n + AT_ONCE).map(async address => {
        const known = await cache.match(address)
        const mark = known?.headers.get('ETag')
        const answer = await fetch(address, { credentials: 'same-origin', cache: 'no-store', headers: mark ? { 'If-None-Match': mark } : {} })
        if (answer.status === 200) {
          await cache.put(address, answer)
          fetched++
        } else if (answer.status !== 304) {
          throw new Error(`square ${answer.status}`)
        }
      }))
      tilesLeft.value = Math.max(0, wanted.length - n - AT_ONCE)
    }
  } catch {
    // No network, or nobody signed in any more: what was fetched stays.
  }
  tilesLeft.value = 0
  return fetched
}
