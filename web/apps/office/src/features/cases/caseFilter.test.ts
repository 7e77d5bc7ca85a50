import type { CaseFilter } from '@jingwei/api'
import { describe, expect, it } from 'vitest'
import { applyQuery, asMoment, moreInUse, queryOf } from './caseFilter'

describe('组合查询', () => {
  it('is kept and comes back as it was', () => {
    const filter: CaseFilter = { text: '井盖', stage: '', source: 'HOTLINE', open: true, held: false, begunFrom: '2026-11-01' }
    const other: CaseFilter = { phone: '138' }
    applyQuery(other, queryOf(filter))
    expect(other).toMatchObject({ text: '井盖', source: 'HOTLINE', open: true, held: false, begunFrom: '2026-11-01', phone: '' })
    expect(other.reworked).toBeUndefined()
  })
  it('passes over words it does not know', () => {
    const filter: CaseFilter = {}
    applyQuery(filter, 'colour=red&unit=water')
    expect(filter.unit).toBe('water')
    expect('colour' in filter).toBe(false)
  })
  it('counts a day from midnight in Beijing, the last one included', () => {
    expect(asMoment('2026-11-24', 0)).toBe('2026-11-23T16:00:00.000Z')
    expect(asMoment('2026-11-24', 1)).toBe('2026-11-24T16:00:00.000Z')
    expect(asMoment('', 0)).toBeUndefined()
  })
  it('says how many further fields narrow the list', () => {
    expect(moreInUse({ text: 'x', open: true, source: 'HOTLINE', held: true })).toBe(2)
  })
})
