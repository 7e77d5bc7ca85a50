import { expect, test } from 'vitest'
import { barsOf, step } from './bars'

const answer = (values: (number | null)[]) => ({
  dimensions: [{ word: 'unit', name: '责任单位' }], measures: [{ word: 'handled', name: '处置数' }], cut: false,
  lines: values.map((value, i) => ({ keys: [`u${i}`], names: [`很长很长的单位名称${i}`], values: { handled: value } })),
})

test('a scale goes in ones, twos and fives', () => {
  expect([7, 12, 35, 99, 100, 1234, 0.8].map(step)).toEqual([2, 5, 10, 20, 20, 500, 0.2])
})

test('the largest bar reaches below the top and nothing has a bar of nothing', () => {
  const chart = barsOf(answer([10, 5, null, 0]))
  expect(chart.bars).toHaveLength(3)
  expect(chart.bars[0]!.height).toBeCloseTo(chart.bars[1]!.height * 2)
  expect(chart.bars[2]!.height).toBe(0)
  expect(chart.names[0]!.short).toBe('很长很长的…')
  expect(chart.lines[0]!.value).toBe('0')
})

test('no lines and only zeros draw no bars', () => {
  expect(barsOf(answer([])).bars).toEqual([])
  expect(barsOf(answer([0, 0])).bars).toEqual([])
})

test('more than a page of lines is cut and says so', () => {
  const chart = barsOf(answer(Array.from({ length: 40 }, (_, i) => i)))
  expect(chart.cut).toBe(true)
  expect(chart.names).toHaveLength(24)
})
