import { describe, expect, it } from 'vitest'
import { fieldName, isBusy, percent } from './words'

describe('words of the base data', () => {
  it('names attributes in Chinese and leaves unknown ones alone', () => {
    expect(fieldName('areaClass')).toBe('区域等级')
    expect(fieldName('深度')).toBe('深度')
  })
  it('knows when the server is at work', () => {
    expect(isBusy('CHECKING')).toBe(true)
    expect(isBusy('CHECKED')).toBe(false)
  })
  it('says how far a step has come, or that nobody knows', () => {
    expect(percent(250, 1000)).toBe(25)
    expect(percent(250, -1)).toBeNull()
  })
})
