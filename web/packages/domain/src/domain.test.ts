import { describe, expect, it } from 'vitest'
import { businessNow, evidenceKind, lampOf, lampWord, moment, plainWord, refusalLines, REGISTERED_SOURCES, remaining, shortNumber, sourceWord, span } from './index'

const NOW = Date.parse('2026-11-24T02:00:00Z')

describe('亮灯', () => {
  it('shows the light of the running clock', () => {
    expect(lampOf('YELLOW', false)).toBe('YELLOW')
  })
  it('shows a held case as held, whatever its light was', () => {
    expect(lampOf('RED', true)).toBe('HELD')
  })
  it('shows no lamp where no clock runs or the word is unknown', () => {
    expect(lampOf(null, false)).toBe('NONE')
    expect(lampOf('PURPLE', false)).toBe('NONE')
  })
  it('has a word in both languages', () => {
    expect(lampWord('RED', 'zh')).toBe('超时')
    expect(lampWord('RED', 'en')).toBe('overdue')
  })
})

describe('剩余时间', () => {
  it.each([
    ['2026-11-24T04:15:00Z', '还剩 2 时 15 分'],
    ['2026-11-24T04:00:59Z', '还剩 2 时'],
    ['2026-11-27T06:30:00Z', '还剩 3 天 4 时'],
    ['2026-11-24T02:00:30Z', '还剩 不到 1 分'],
    ['2026-11-24T01:57:00Z', '超时 3 分'],
    ['2026-11-22T02:00:00Z', '超时 2 天'],
  ])('%s → %s', (due, words) => {
    expect(remaining(due, NOW, 'zh')).toBe(words)
  })
  it('speaks English', () => {
    expect(remaining('2026-11-24T04:15:00Z', NOW, 'en')).toBe('2 h 15 min left')
    expect(remaining('2026-11-24T01:00:00Z', NOW, 'en')).toBe('overdue by 1 h')
  })
  it('says so where there is no limit', () => {
    expect(remaining(null, NOW, 'zh')).toBe('不计时')
  })
  it('never rounds a span up', () => {
    expect(span(59 * 60_000 + 59_999, 'zh')).toBe('59 分')
  })
})

describe('时刻', () => {
  it('is Beijing time', () => {
    expect(moment('2026-11-24T16:30:00Z')).toBe('2026-11-25 00:30')
  })
  it('is a dash for nothing and for nonsense', () => {
    expect(moment(undefined)).toBe('—')
    expect(moment('yesterday')).toBe('—')
  })
  it('follows a clock that runs faster than the wall', () => {
    expect(businessNow({ now: '2026-11-24T02:00:00Z', rate: 60 }, 1_000, 2_000)).toBe(NOW + 60_000)
  })
})

describe('拒绝', () => {
  it('gives remedy, clause, who could and what is missing, in this order', () => {
    expect(refusalLines({ title: 't', detail: '请补拍', clause: 'A4', whoCould: ['值班长', '主任'], missing: ['影音'] }, 'zh'))
      .toEqual(['请补拍', '依据：A4', '可以办理的岗位：值班长、主任', '缺少：影音'])
  })
  it('leaves out what was not said', () => {
    expect(refusalLines({ title: 't', whoCould: [] }, 'en')).toEqual([])
  })
})

describe('词', () => {
  it('names sources, and an unknown one by itself', () => {
    expect(sourceWord('HOTLINE', 'zh')).toBe('热线')
    expect(sourceWord('DRONE', 'zh')).toBe('DRONE')
    expect(REGISTERED_SOURCES).not.toContain('COLLECTOR')
  })
  it('knows what a photo shows by the act it is given with', () => {
    expect(['report', 'handle', 'verify-false', 'pass-check', 'dispatch'].map(evidenceKind))
      .toEqual(['BEFORE', 'AFTER', 'VERIFY', 'CHECK', 'DOCUMENT'])
  })
  it('shortens a case number of a city, of a county and of a very busy day, and nothing else', () => {
    expect(shortNumber('41032026112400064')).toBe('20261124-00064')
    expect(shortNumber('4103232026112400064')).toBe('20261124-00064')
    expect(shortNumber('410320261124100001')).toBe('20261124-100001')
    expect(shortNumber('4103')).toBe('4103')
  })
  it('reads both spellings of a word', () => {
    expect(plainWord('SHIFT_LEADER')).toBe('shift-leader')
  })
})
