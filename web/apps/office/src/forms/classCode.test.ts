import { describe, expect, it } from 'vitest'
import { codeOf } from './classCode'

const KNOWN = [{ code: 'component-0101', kind: 'COMPONENT', name: '上水井盖', nameEn: 'water cover', major: '01', majorName: '公用设施', conditions: 1 }]

describe('小类代码', () => {
  it('is taken as written', () => {
    expect(codeOf('event-0102', undefined, [])).toBe('event-0102')
  })
  it('is put together from its parts', () => {
    expect(codeOf({ kind: 'COMPONENT', minor: '0101' }, undefined, [])).toBe('component-0101')
  })
  it('is found by the name, and empty where nothing helps', () => {
    expect(codeOf({}, '上水井盖', KNOWN)).toBe('component-0101')
    expect(codeOf(undefined, '路灯', KNOWN)).toBe('')
  })
})
