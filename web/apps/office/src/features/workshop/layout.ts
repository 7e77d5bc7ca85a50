import dagre from '@dagrejs/dagre'
import type { Drawing } from './workshop'

export interface Placed { word: string, name: string, stage: string, isFinal: boolean, x: number, y: number, stays: string[] }
export interface Drawn { from: string, to: string, names: string[], path: string, x: number, y: number }
export const BOX = { width: 132, height: 40 }

/** 流程图: states from left to right in the order a case meets them; all acts between two states share one arrow. */
export function laidOut(drawing: Drawing): { states: Placed[], arrows: Drawn[], width: number, height: number } {
  const graph = new dagre.graphlib.Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 76, marginx: 16, marginy: 16 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const state of drawing.states) graph.setNode(state.word, { ...BOX })
  if (drawing.arrows.some(move => move.from === 'none')) graph.setNode('none', { width: 16, height: 16 })
  const between = new Map<string, { from: string, to: string, names: string[] }>()
  const stays = new Map<string, string[]>()
  for (const { from, to, name } of drawing.arrows) {
    if (!graph.hasNode(from) || !graph.hasNode(to)) continue
    if (from === to) {
      stays.set(from, [...stays.get(from) ?? [], name])
      continue
    }
    const pair = between.get(`${from} ${to}`) ?? { from, to, names: [] }
    if (!pair.names.includes(name)) pair.names.push(name)
    between.set(`${from} ${to}`, pair)
    graph.setEdge(from, to)
  }
  dagre.layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  const begin = graph.hasNode('none') ? [{ word: 'none', name: '', stage: '', isFinal: false }] : []
  return {
    width, height,
    states: [...begin, ...drawing.states].map(state => ({ ...state, ...at(graph.node(state.word)), stays: stays.get(state.word) ?? [] })),
    arrows: [...between.values()].map(pair => {
      const { points } = graph.edge(pair.from, pair.to)
      const middle = points[Math.floor(points.length / 2)]!
      return { ...pair, path: `M${points.map(point => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join('L')}`, x: middle.x, y: middle.y }
    }),
  }
}

const at = ({ x, y }: { x: number, y: number }) => ({ x, y })
