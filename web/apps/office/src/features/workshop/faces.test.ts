import { describe, expect, it } from 'vitest'
import { firstPassword, flat, readDays } from './faces'

describe('the faces of the workshop', () => {
  it('reads stretches of holidays and make-up workdays, and names the line it does not understand', () => {
    const read = readDays('2027-01-01 至 2027-01-03 放假 元旦\n2027-02-14 上班 春节\n')
    expect(read.wrong).toBeNull()
    expect(read.days.map(each => `${each.date} ${each.kind}`)).toEqual(['2027-01-01 HOLIDAY', '2027-01-02 HOLIDAY', '2027-01-03 HOLIDAY', '2027-02-14 MAKE_UP_WORKDAY'])
    expect(readDays('2027-01-01 放假 元旦\n2027-13-45 放假 无').wrong).toBe('2027-13-45 放假 无')
    expect(readDays('2027-01-05 至 2027-01-01 放假 倒').wrong).not.toBeNull()
  })
  it('makes first passwords of three kinds that differ', () => {
    const made = new Set(Array.from({ length: 50 }, firstPassword))
    expect(made.size).toBe(50)
    for (const each of made) expect(each).toMatch(/^[A-Z]{2}[a-z]{5}-[2-9]{5}[a-z]{2}$/)
  })
  it('reads the tree from the top', () => {
    const leaf = { id: 'b', name: '班组', kind: 'TEAM', joined: true, below: [] }
    expect(flat([{ id: 'a', name: '单位', kind: 'UNIT', joined: true, below: [leaf] }]).map(each => [each.id, each.depth])).toEqual([['a', 0], ['b', 1]])
  })
})
