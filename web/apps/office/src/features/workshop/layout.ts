import type { Drawing } from './workshop'

export interface Stage { word: string, name: string }
export interface Lane extends Stage { x: number }
export interface Placed { word: string, name: string, isFinal: boolean, x: number, y: number }
export interface Drawn { from: string, to: string, names: string[], path: string, x: number, y: number }
export const BOX = { width: 104, height: 34 }
const LANE = 146
const ROW = 52
const HEAD = 34

/**
 * 流程图: a lane for each stage in the order a case meets them, its states below one another; all acts between two states share one
 * arrow. A state that begins cases stands first in its lane, one that ends them last.
 */
export function laidOut(drawing: Drawing, stages: Stage[]): { lanes: Lane[], states: Placed[], arrows: Drawn[], width: number, height: number } {
  const used = stages.filter(stage => drawing.states.some(state => state.stage === stage.word))
  const lanes = used.map((stage, n) => ({ ...stage, x: n * LANE + LANE / 2 }))
  const begins = new Set(drawing.arrows.filter(move => move.from === 'none').map(move => move.to))
  const rank = (state: { word: string, isFinal: boolean }) => (begins.has(state.word) ? 0 : state.isFinal ? 2 : 1)
  const states = lanes.flatMap(lane => drawing.states.filter(state => state.stage === lane.word).sort((a, b) => rank(a) - rank(b))
    .map((state, row) => ({ word: state.word, name: state.name, isFinal: state.isFinal, x: lane.x, y: HEAD + row * ROW + ROW / 2 })))
  const at = new Map(states.map(state => [state.word, state]))
  const between = new Map<string, { from: string, to: string, names: string[] }>()
  for (const { from, to, name } of drawing.arrows) {
    if (from === to || !at.has(from) || !at.has(to)) continue
    const pair = between.get(`${from} ${to}`) ?? { from, to, names: [] }
    if (!pair.names.includes(name)) pair.names.push(name)
    between.set(`${from} ${to}`, pair)
  }
  return {
    lanes, states, width: lanes.length * LANE, height: Math.max(0, ...states.map(state => state.y)) + ROW / 2 + 8,
    arrows: [...between.values()].map(pair => ({ ...pair, ...curve(at.get(pair.from)!, at.get(pair.to)!) })),
  }
}

/** Forward from side to side; within a lane and backward around the boxes, so that nothing runs through one. */
function curve(from: Placed, to: Placed): { path: string, x: number, y: number } {
  const half = BOX.width / 2
  if (from.x < to.x) {
    const [x1, x2] = [from.x + half, to.x - half]
    const middle = (x1 + x2) / 2
    return { path: `M${x1},${from.y}C${middle},${from.y} ${middle},${to.y} ${x2},${to.y}`, x: middle, y: (from.y + to.y) / 2 }
  }
  const side = from.x === to.x ? 1 : -1
  const [x1, x2] = [from.x + side * half, to.x + half]
  const out = from.x === to.x ? x1 + 18 : (x1 + x2) / 2
  return { path: `M${x1},${from.y}C${out},${from.y} ${out},${to.y} ${x2},${to.y}`, x: out, y: (from.y + to.y) / 2 }
}
