import { describe, expect, it } from 'vitest'
import { age, gist, health, type LetterLine, type Partner } from './exchange'

const partner = (some: Partial<Partner>): Partner => ({ state: 'JOINED', line: 'OPEN', failures: 0, parked: 0, person: 0, ...some } as Partner)
const zh = (text: string) => text

describe('exchange', () => {
  it('tells how a line is', () => {
    expect(health(partner({}))).toBe('good')
    expect(health(partner({ failures: 2, parked: 1 }))).toBe('broken')
    expect(health(partner({ person: 1 }))).toBe('late')
    expect(health(partner({ line: 'CUT', failures: 3 }))).toBe('off')
    expect(health(partner({ state: 'REVOKED' }))).toBe('off')
  })
  it('says an age as people do', () => {
    const now = new Date('2026-11-28T10:00:00Z')
    expect(age(undefined, now, zh)).toBe('—')
    expect(age('2026-11-28T09:59:30Z', now, zh)).toBe('30 秒')
    expect(age('2026-11-28T09:57:00Z', now, zh)).toBe('3 分钟')
    expect(age('2026-11-28T07:00:00Z', now, zh)).toBe('3 小时')
    expect(age('2026-11-20T10:00:00Z', now, zh)).toBe('8 天')
    expect(age('2026-11-28T11:00:00Z', now, zh)).toBe('0 秒')
  })
  it('says each thing of a letter once', () => {
    expect(gist({ body: { actName: '派遣', opinion: '请尽快', reason: '请尽快' } } as unknown as LetterLine)).toBe('派遣 · 请尽快')
    expect(gist({} as LetterLine)).toBe('')
  })
})
