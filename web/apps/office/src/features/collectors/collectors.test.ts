import { describe, expect, it } from 'vitest'
import { beijingDay, walkedUntil, type TrackPoint } from './collectors'

const point = (n: number, coarse = false): TrackPoint => ({ at: `2026-11-28T01:0${n}:00Z`, longitude: 112 + n, latitude: 34, coarse, late: false })

describe('a replay', () => {
  it('shows at least where he began and leaves poor fixes out', () => {
    const track = [point(0), point(1, true), point(2), point(3)]
    expect(walkedUntil(track, 0).length).toBe(1)
    expect(walkedUntil(track, 1).map(each => each.longitude)).toEqual([112, 114, 115])
  })
  it('counts days in Beijing', () => {
    expect(beijingDay(new Date('2026-11-27T16:30:00Z'))).toBe('2026-11-28')
    expect(beijingDay(new Date('2026-11-27T16:30:00Z'), 1)).toBe('2026-11-27')
  })
})
