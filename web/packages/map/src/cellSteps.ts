import type { CellEdit } from '@jingwei/api'

type Place = [number, number]

/** What was done to a closed ring of degrees, as one edit; null where nothing was. */
export function stepBetween(before: number[][], after: number[][]): CellEdit | null {
  const was = before.slice(0, -1)
  const now = after.slice(0, -1)
  const longer = was.length > now.length ? was : now
  const at = longer.findIndex((_, index) => !same(was[index], now[index]))
  if (at < 0) return null
  if (now.length === was.length) return { kind: 'MOVE', from: place(was[at]), to: place(now[at]) }
  if (now.length === was.length + 1) {
    return { kind: 'INSERT', from: place(now[(at + now.length - 1) % now.length]), to: place(now[(at + 1) % now.length]), at: place(now[at]) }
  }
  return now.length === was.length - 1 ? { kind: 'REMOVE', at: place(was[at]) } : null
}

const same = (a: number[] | undefined, b: number[] | undefined) => a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]
const place = (at: number[] | undefined): Place => [at?.[0] ?? 0, at?.[1] ?? 0]
