import { LAMPS, type Lamp } from '@jingwei/domain'
import { Circle, Fill, RegularShape, Stroke, Style, Text } from 'ol/style'
import type { FeatureLike } from 'ol/Feature'

const TINTS = ['#eef3ea', '#edf1f6', '#f6f0e8', '#f1edf4', '#e9f3f2', '#f5eeee']
const FONT = '"Noto Sans SC", sans-serif'
const cellStyles = new Map<string, Style>()

function tint(community: string): string {
  let sum = 0
  for (const digit of community) sum = (sum * 31 + digit.charCodeAt(0)) % 9973
  return TINTS[sum % TINTS.length] ?? '#eef3ea'
}

/** 单元网格: one pale tint a community, so that its outline is seen without a border layer. */
export function cellStyle(feature: FeatureLike, resolution: number): Style[] {
  const color = tint(String(feature.get('community')))
  let style = cellStyles.get(color)
  if (!style) {
    style = new Style({ fill: new Fill({ color }), stroke: new Stroke({ color: '#b9c3cc', width: 0.8 }) })
    cellStyles.set(color, style)
  }
  if (resolution > 0.6) return [style]
  return [style, new Style({
    text: new Text({ text: String(feature.getId()).slice(-3), font: `11px ${FONT}`, fill: new Fill({ color: '#7d8894' }) }),
  })]
}

export function communityStyle(feature: FeatureLike, resolution: number): Style | undefined {
  if (resolution > 8) return undefined
  return new Style({
    text: new Text({
      text: String(feature.get('name')),
      font: `12px ${FONT}`,
      fill: new Fill({ color: '#46525e' }),
      stroke: new Stroke({ color: '#ffffff', width: 3 }),
      overflow: true,
    }),
  })
}

const caseStyles = new Map<string, Style>()

/** A case by its lamp: round on time, triangle due soon, diamond overdue, square held, ring without a clock. */
export function caseStyle(lamp: Lamp, chosen: boolean): Style {
  const key = `${lamp}${chosen}`
  let style = caseStyles.get(key)
  if (!style) {
    const fill = new Fill({ color: lamp === 'NONE' ? '#ffffff' : LAMPS[lamp].color })
    const stroke = new Stroke({ color: lamp === 'NONE' ? LAMPS.NONE.color : '#ffffff', width: chosen ? 3 : 1.5 })
    const radius = chosen ? 11 : 8
    style = new Style({
      image: lamp === 'GREEN' || lamp === 'NONE'
        ? new Circle({ radius: radius - 1, fill, stroke })
        : new RegularShape({ points: lamp === 'YELLOW' ? 3 : 4, radius: radius + 1, angle: lamp === 'HELD' ? Math.PI / 4 : 0, fill, stroke }),
      zIndex: lamp === 'RED' ? 3 : lamp === 'YELLOW' ? 2 : 1,
    })
    caseStyles.set(key, style)
  }
  return style
}

export const pinStyle = new Style({
  image: new Circle({ radius: 9, fill: new Fill({ color: 'rgba(11,79,138,0.25)' }), stroke: new Stroke({ color: '#0b4f8a', width: 3 }) }),
  zIndex: 9,
})

/** 推算路线: dashed from a small dot, so that the walk is seen apart from roads and borders. */
export const wayStyle = new Style({
  stroke: new Stroke({ color: '#b3261e', width: 4, lineDash: [10, 6] }),
  image: new Circle({ radius: 5, fill: new Fill({ color: '#b3261e' }), stroke: new Stroke({ color: '#ffffff', width: 1.5 }) }),
  zIndex: 8,
})

/** 相关道路: the roads an answer hangs on, named along their line. */
export function roadStyle(feature: FeatureLike): Style[] {
  return [
    new Style({ stroke: new Stroke({ color: '#7d8b99', width: 9 }) }),
    new Style({
      stroke: new Stroke({ color: '#ffffff', width: 6 }),
      text: new Text({
        text: String(feature.get('name')),
        placement: 'line',
        repeat: 260,
        font: `13px ${FONT}`,
        fill: new Fill({ color: '#22303f' }),
        stroke: new Stroke({ color: '#ffffff', width: 4 }),
      }),
    }),
  ]
}
