import { describe, expect, it } from 'vitest'
import { lacks, newItem, type Medium } from './item'

const photo = (kind: Medium['kind'], hash: string): Medium =>
  ({ hash, kind, view: 'near', type: 'image/jpeg', size: 1, takenAt: '2026-11-28T01:00:00Z' })

describe('what a form lacks', () => {
  it('asks for class, words, place and photos, and for both photos of a settlement', () => {
    const item = newItem('SETTLEMENT', 'settle-on-spot', '自行处置')
    expect(lacks(item, 1)).toEqual(['问题类别', '问题描述', '位置', '照片（至少 1 张）', '处置后照片'])
    item.particulars = { classCode: 'component-0118', description: '歪斜', point: { longitude: 112.44, latitude: 34.67 } }
    item.media = [photo('BEFORE', 'a'), photo('AFTER', 'b')]
    expect(lacks(item, 1)).toEqual([])
    expect(lacks(item, 2)).toEqual(['照片（至少 2 张）'])
  })
  it('asks for a reason where a check fails', () => {
    const item = { ...newItem('ANSWER', 'fail-check', '核查'), media: [photo('CHECK', 'a')] }
    expect(lacks(item, 1)).toEqual(['不通过的理由'])
    expect(lacks({ ...item, act: 'pass-check' }, 1)).toEqual([])
  })
})
