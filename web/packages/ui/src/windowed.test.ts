import { describe, expect, it } from 'vitest'
import { windowed } from './windowed'

describe('虚拟滚动', () => {
  it('draws what is seen and a little more, and keeps the height of the whole', () => {
    const shown = windowed(10_000, 44, 44_000, 600)
    expect(shown.from).toBe(992)
    expect(shown.to).toBe(1022)
    expect(shown.above + (shown.to - shown.from) * 44 + shown.below).toBe(440_000)
  })
  it('draws nothing of nothing and all of a few', () => {
    expect(windowed(0, 44, 0, 600)).toEqual({ from: 0, to: 0, above: 0, below: 0 })
    expect(windowed(3, 44, 0, 600)).toEqual({ from: 0, to: 3, above: 0, below: 0 })
  })
  it('does not lose itself when the list became shorter than the scroll', () => {
    const shown = windowed(5, 44, 9_999, 600)
    expect(shown.from).toBeLessThan(5)
    expect(shown.to).toBe(5)
  })
})
