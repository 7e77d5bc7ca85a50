import { describe, expect, it } from 'vitest'
import { beijingDay, questionsOf, walkedUntil, type TrackPoint } from './collectors'

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

describe('questions of a census', () => {
  it('are typed one a line', () => {
    expect(questionsOf('有防坠网：是否*\n材质：铸铁/复合\n\n口径: 数字\n备注')).toEqual([
      { name: 'q1', label: '有防坠网', kind: 'YES', required: true },
      { name: 'q2', label: '材质', kind: 'CHOICE', choices: ['铸铁', '复合'], required: false },
      { name: 'q3', label: '口径', kind: 'NUMBER', required: false },
      { name: 'q4', label: '备注', kind: 'TEXT', required: false },
    ])
  })
})
