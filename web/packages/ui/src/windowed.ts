/** 虚拟滚动: which lines of a long list have to be on the page, with a few beyond the edge so that scrolling shows no gap. */
export function windowed(count: number, rowHeight: number, top: number, height: number, beyond = 8): { from: number, to: number, above: number, below: number } {
  const first = Math.max(0, Math.floor(top / rowHeight) - beyond)
  const from = Math.min(first, Math.max(0, count - 1))
  const to = Math.min(count, Math.ceil((top + height) / rowHeight) + beyond)
  return { from: count === 0 ? 0 : from, to, above: from * rowHeight, below: Math.max(0, (count - to) * rowHeight) }
}
