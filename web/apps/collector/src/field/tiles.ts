import { ref } from 'vue'
import { sending } from './outbox'
import { cells } from './reference'
import { squares, type Box } from './squares'

const MARGIN = 0.002
/** The service worker keeps squares under the same name, so that a square fetched here is found there. */
const CACHE = 'tiles'
const AT_ONCE = 6
/** A link on which six squares take longer is left to reports; the map waits for a better one (DEV-18). */
const SLOW_MS = 2500

export const tilesLeft = ref(0)

function own(): Box | null {
  const points = cells.value.flatMap(cell => cell.outline)
  if (points.length === 0) return null
  const [xs, ys] = [points.map(at => at[0]), points.map(at => at[1])]
  return { west: Math.min(...xs) - MARGIN, south: Math.min(...ys) - MARGIN, east: Math.max(...xs) + MARGIN, north: Math.max(...ys) + MARGIN }
}

/**
 * Brings the squares of one's own duty grids onto the phone (DEV-09, DEV-18). A square that is there is asked for by its mark, so an
 * unchanged one costs a few bytes. Stops where the network does, where it is slow, and while reports are sent; the next time goes on.
 */
export async function keepTiles(): Promise<number> {
  const box = own()
  if (!box || !('caches' in globalThis)) return 0
  const cache = await caches.open(CACHE)
  const wanted = squares(box)
  tilesLeft.value = wanted.length
  let fetched = 0
  try {
    for (let n = 0; n < wanted.length && sending.value === ''; n += AT_ONCE) {
      const begun = performance.now()
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
      if (performance.now() - begun > SLOW_MS) break
    }
  } catch {
    // No network, or nobody signed in any more: what was fetched stays.
  }
  tilesLeft.value = 0
  return fetched
}
