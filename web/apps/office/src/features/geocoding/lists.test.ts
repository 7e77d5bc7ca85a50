import { describe, expect, it } from 'vitest'
import { chunks, readRows, writeRows } from './lists'

describe('lists of addresses', () => {
  it('reads quoted cells and finds the columns by name', () => {
    expect(readRows('\uFEFFquery,id\r\n"中州中路,12号",1\r\n"说""好""",2\r\n')).toEqual([['1', '中州中路,12号', ''], ['2', '说"好"', '']])
  })
  it('refuses a list without the columns', () => {
    expect(() => readRows('a,b\n1,2\n')).toThrow('id')
  })
  it('cuts a list into parts that are lists themselves', () => {
    const parts = chunks(Array.from({ length: 1201 }, (_, i) => [String(i), '甲,乙', '']), 500)
    expect(parts).toHaveLength(3)
    expect(readRows(parts[2] ?? '')).toHaveLength(201)
  })
  it('writes what a person settled', () => {
    const text = writeRows([{ id: '1', query: 'x', answer: { features: [] } }], new Map([['1', { longitude: 112.4, latitude: 34.6, text: '人工点选' }]]))
    expect(text).toContain('1,x,settled,,112.4,34.6,人工点选')
  })
})
