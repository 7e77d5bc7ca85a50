import { describe, expect, it } from 'vitest'
import { left, toParticulars } from './particulars'

const field = (key: string, required = false) => ({ key, name: key, required })

describe('办理内容', () => {
  it('sends only the fields the act takes, trimmed, and nothing empty', () => {
    expect(toParticulars([field('opinion'), field('reason'), field('evidence')],
      { opinion: ' 请尽快处置 ', reason: '  ', evidence: [], unit: 'water' })).toEqual({ opinion: '请尽快处置' })
  })
  it('sends a point only when both coordinates are numbers', () => {
    expect(toParticulars([field('point')], { point: { longitude: 112.4 } })).toEqual({})
    expect(toParticulars([field('point')], { point: { longitude: 112.4, latitude: 34.6 } }))
      .toEqual({ point: { longitude: 112.4, latitude: 34.6 } })
  })
  it('leaves out empty parts and an unnamed reporter', () => {
    expect(toParticulars([field('parts'), field('reporter')],
      { parts: [{ unit: 'water', opinion: '修' }, { unit: '', opinion: ' ' }], reporter: { name: '', phone: '' } }))
      .toEqual({ parts: [{ unit: 'water', opinion: '修' }] })
  })
  it('sends a moment with its zone', () => {
    expect(toParticulars([field('until')], { until: '2026-12-01T08:00:00+08:00' })).toEqual({ until: '2026-12-01T00:00:00.000Z' })
  })
  it('names what is required and missing', () => {
    expect(left([field('opinion', true), field('unit', true), field('limit')], { unit: 'water', opinion: ' ' }).map(one => one.key))
      .toEqual(['opinion'])
  })
})
