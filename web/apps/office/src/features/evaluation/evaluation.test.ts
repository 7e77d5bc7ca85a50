import { describe, expect, it } from 'vitest'
import { areaOf, change, lastMonth, published, shown } from './evaluation'

describe('evaluation', () => {
  it('shows nothing for what does not apply', () => {
    expect(shown(null)).toBe('—')
    expect(shown(91.8)).toBe('91.8')
    expect(published({ kind: 'ratio' }, 90)).toBe('90.00')
    expect(published({ kind: 'base' }, 90)).toBe('90')
    expect(published({ kind: 'score' }, null)).toBe('—')
  })
  it('tells a change with its direction', () => {
    expect(change(90, 95.5)).toBe('↓5.5')
    expect(change(90, 88)).toBe('↑2')
    expect(change(90, 90)).toBe('＝')
    expect(change(90, null)).toBe('—')
  })
  it('begins with last month, over the new year too', () => {
    expect(lastMonth(new Date(2026, 0, 15))).toBe('2025-12-01')
  })
  it('finds the area of a cell by its code', () => {
    expect(areaOf('subdistrict', '410302001001001')).toBe('410302001')
    expect(areaOf('city', '410302001001001')).toBe('city')
    expect(areaOf('cell', '410302001001001')).toBe('410302001001001')
  })
})
