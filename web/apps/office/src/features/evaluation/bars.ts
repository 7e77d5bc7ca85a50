import type { Statistic } from './evaluation'

export interface Bars {
  width: number, cut: boolean, measures: string[], lines: { y: number, value: string }[]
  names: { x: number, short: string, whole: string }[]
  bars: { x: number, y: number, width: number, height: number, measure: number, title: string }[]
}

const most = 24
const floor = 186
const height = 170

/** The step of a scale: 1, 2 or 5 times a power of ten, so that four or so rules reach the largest value. */
export function step(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(largest, 1e-9) / 4))
  return [1, 2, 5, 10].map(n => n * power).find(size => size * 5 >= largest) ?? power * 10
}

/** Places the first three measures of the first lines; values that are not applicable leave a gap. */
export function barsOf(answer: Statistic): Bars {
  const measures = answer.measures.slice(0, 3)
  const shown = answer.lines.slice(0, most)
  const largest = Math.max(0, ...shown.flatMap(line => measures.map(one => Number(line.values[one.word] ?? 0))))
  const size = step(largest)
  const top = Math.max(size, Math.ceil(largest / size) * size)
  const slot = Math.max(64, 18 * measures.length + 22)
  const bar = (slot - 22) / measures.length
  const names = shown.map((line, i) => {
    const whole = line.names.join(' · ')
    return { x: 50 + i * slot + (slot - 10) / 2, short: whole.length > 6 ? `${whole.slice(0, 5)}…` : whole, whole }
  })
  const bars = shown.flatMap((line, i) => measures.flatMap((one, m) => {
    const value = line.values[one.word]
    if (value === null || value === undefined || largest === 0) return []
    const tall = Math.max(0, Number(value)) / top * height
    return [{ x: 56 + i * slot + m * bar, y: floor - tall, width: bar - 2, height: tall, measure: m, title: `${names[i]!.whole} ${one.name} ${value}` }]
  }))
  const rules = Array.from({ length: Math.round(top / size) + 1 }, (_, i) => ({ y: floor - i * size / top * height, value: String(Number((i * size).toFixed(6))) }))
  return { width: Math.max(420, 60 + shown.length * slot), cut: answer.lines.length > most, measures: measures.map(one => one.name), lines: rules, names, bars }
}
