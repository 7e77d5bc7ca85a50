import { Circle, Fill, Stroke, Style, Text } from 'ol/style'
import type { FeatureLike } from 'ol/Feature'

const FONT = '"Noto Sans SC", sans-serif'
export interface Shade { color: string, pattern: string }

const lines = new Style({ stroke: new Stroke({ color: 'rgba(158,184,178,0.20)', width: 1 }), fill: new Fill({ color: 'rgba(140,170,165,0.035)' }) })
const chosen = new Style({ stroke: new Stroke({ color: '#ece7da', width: 2 }), fill: new Fill({ color: 'rgba(236,231,218,0.08)' }), zIndex: 2 })
const shades = new Map<string, Style>()

/** 单元网格 on the wall: hairlines; in the color and pattern of its grade where a theme shades the land. */
export function wallCellStyle(feature: FeatureLike, shade: Shade | undefined, isChosen: boolean): Style[] {
  const base = shade ? shaded(shade) : lines
  return isChosen || feature.get('chosen') ? [base, chosen] : [base]
}

function shaded(shade: Shade): Style {
  const key = `${shade.color} ${shade.pattern}`
  let style = shades.get(key)
  if (!style) {
    style = new Style({ stroke: new Stroke({ color: 'rgba(10,14,16,0.55)', width: 1 }), fill: new Fill({ color: pattern(shade) }) })
    shades.set(key, style)
  }
  return style
}

/** A pattern beside the color, for eyes that see no color and for photographs of the wall. */
function pattern({ color, pattern: drawn }: Shade): CanvasPattern | string {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 12
  const pen = canvas.getContext('2d')
  if (!pen) return color
  pen.globalAlpha = 0.55
  pen.fillStyle = color
  pen.fillRect(0, 0, 12, 12)
  pen.globalAlpha = 0.5
  pen.strokeStyle = pen.fillStyle = '#f6f2e6'
  pen.lineWidth = 1.3
  pen.beginPath()
  if (drawn === 'dots') pen.arc(6, 6, 1.6, 0, 7)
  if (drawn === 'lines' || drawn === 'cross') { pen.moveTo(0, 12); pen.lineTo(12, 0) }
  if (drawn === 'cross') { pen.moveTo(0, 0); pen.lineTo(12, 12) }
  if (drawn === 'dots') pen.fill()
  else pen.stroke()
  return pen.createPattern(canvas, 'repeat') ?? color
}

export function wallCommunityStyle(feature: FeatureLike, resolution: number, scale: number): Style | undefined {
  if (resolution > 9) return undefined
  return new Style({
    text: new Text({
      text: String(feature.get('name')), font: `400 ${Math.round(13 * scale)}px ${FONT}`, overflow: true,
      fill: new Fill({ color: 'rgba(236,231,218,0.62)' }), stroke: new Stroke({ color: 'rgba(9,13,15,0.85)', width: 3 }),
    }),
  })
}

export const trackStyle = [
  new Style({ stroke: new Stroke({ color: 'rgba(9,13,15,0.8)', width: 7 }) }),
  new Style({ stroke: new Stroke({ color: '#7fc4b8', width: 3 }) }),
]
export const headStyle = new Style({
  image: new Circle({ radius: 8, fill: new Fill({ color: '#ece7da' }), stroke: new Stroke({ color: '#0b1013', width: 3 }) }), zIndex: 9,
})

export function cameraStyle(scale: number): Style {
  return new Style({ text: new Text({ text: '▣', font: `${Math.round(16 * scale)}px ${FONT}`, fill: new Fill({ color: '#d6a354' }),
    stroke: new Stroke({ color: '#0b1013', width: 3 }) }) })
}

export function componentStyle(scale: number): Style {
  return new Style({ image: new Circle({ radius: 2.6 * scale, fill: new Fill({ color: 'rgba(214,163,84,0.75)' }) }) })
}

/** 热点 rings: the more reports, the wider. */
export function spotStyle(feature: FeatureLike, scale: number): Style {
  const share = Number(feature.get('share'))
  return new Style({
    image: new Circle({ radius: (10 + 26 * share) * scale, fill: new Fill({ color: 'rgba(240,120,70,0.16)' }),
      stroke: new Stroke({ color: 'rgba(246,170,96,0.9)', width: 1.5 * scale }) }),
    text: new Text({ text: String(feature.get('rank')), font: `600 ${Math.round(15 * scale)}px "Barlow Semi Condensed", ${FONT}`, fill: new Fill({ color: '#f6e3c4' }) }),
  })
}

/** Framework layers in the dark: water cold, roads faint, buildings hardly there. */
export function frameworkStyle(id: string): (feature: FeatureLike) => Style | undefined {
  const water = new Style({ fill: new Fill({ color: 'rgba(58,104,128,0.34)' }), stroke: new Stroke({ color: 'rgba(92,146,170,0.4)', width: 1 }) })
  const road = new Style({ stroke: new Stroke({ color: 'rgba(214,206,186,0.26)', width: 1.6 }) })
  const green = new Style({ fill: new Fill({ color: 'rgba(84,130,98,0.20)' }) })
  const other = new Style({ fill: new Fill({ color: 'rgba(200,205,196,0.07)' }), stroke: new Stroke({ color: 'rgba(200,205,196,0.10)', width: 0.6 }) })
  const chosenStyle = /water|river/.test(id) ? water : /road|street|rail/.test(id) ? road : /green|park/.test(id) ? green : other
  return feature => (feature.getGeometry()?.getType() === 'Point' ? undefined : chosenStyle)
}
