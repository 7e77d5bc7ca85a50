import type { MapLayer } from '@jingwei/api'
import type { FeatureLike } from 'ol/Feature'
import { Circle, Fill, Stroke, Style, Text } from 'ol/style'

const FONT = '"Noto Sans SC", sans-serif'
const MAJOR = ['#2f6f9f', '#c0392b', '#2e8b57', '#2f8f2f', '#8e5bb5', '#a0702d']

const label = (text: string, color: string, line: boolean, size = 12) => new Text({
  text, font: `${size}px ${FONT}`, placement: line ? 'line' : 'point', overflow: false, maxAngle: 0.6,
  fill: new Fill({ color }), stroke: new Stroke({ color: 'rgba(255,255,255,0.9)', width: 3 }),
})

const plain = new Map<string, Style>()
const kept = (key: string, make: () => Style) => {
  let style = plain.get(key)
  if (!style) plain.set(key, style = make())
  return style
}

/** 道路: a pale core in a darker casing, as wide as it is important; names along the line. */
function road(feature: FeatureLike, resolution: number): Style[] {
  const sort = String(feature.get('class'))
  const main = sort === '主干路'
  if (!main && resolution > (sort === '次干路' ? 14 : 6)) return []
  const width = Math.max(main ? 2.2 : 1, Math.min(main ? 14 : sort === '次干路' ? 9 : 6, (main ? 30 : sort === '次干路' ? 18 : 9) / resolution))
  const styles = [
    kept(`${sort}${width.toFixed(1)}a`, () => new Style({ stroke: new Stroke({ color: main ? '#dba64a' : '#c3c8ce', width: width + 1.6 }), zIndex: main ? 3 : 1 })),
    kept(`${sort}${width.toFixed(1)}b`, () => new Style({ stroke: new Stroke({ color: main ? '#fbe3a6' : '#ffffff', width }), zIndex: main ? 4 : 2 })),
  ]
  const name = feature.get('name')
  if (name && (main ? resolution < 12 : resolution < 2.4)) {
    styles.push(new Style({ text: label(String(name), '#5b4a20', true, main ? 12 : 11), zIndex: 9 }))
  }
  return styles
}

/** 部件: coloured by major class, pale when it stands whole, ringed in red when it does not. */
function component(feature: FeatureLike, resolution: number, symbols: Record<string, string>): Style {
  const sort = String(feature.get('class')).replace(/^component-/, '')
  const major = Number(sort.slice(0, 2)) || 1
  const color = symbols[`component-${sort.slice(0, 4)}`] ?? symbols[`component-${sort.slice(0, 2)}`] ?? MAJOR[(major - 1) % MAJOR.length] ?? '#2f6f9f'
  const whole = feature.get('state') === 'INTACT'
  const radius = resolution < 0.7 ? 5 : resolution < 1.5 ? 3.5 : 2.2
  return kept(`c${color}${whole}${radius}`, () => new Style({
    image: new Circle({ radius, fill: new Fill({ color }),
      stroke: new Stroke({ color: whole ? '#ffffff' : '#c62828', width: whole ? 1 : 2.2 }) }),
  }))
}

/** How the features of a layer are drawn; a layer nobody foresaw is drawn in its own colour. */
export function styleOf(layer: MapLayer): (feature: FeatureLike, resolution: number) => Style | Style[] | undefined {
  const { color } = layer
  const name = (feature: FeatureLike) => String(feature.get('name') ?? '')
  if (layer.id === 'components') return (feature, resolution) => component(feature, resolution, layer.symbols ?? {})
  // A colour of the look is drawn as it was given, whatever the layer is drawn with otherwise.
  switch (layer.recolored ? '' : layer.id) {
    case 'roads': return road
    case 'water': return (feature, resolution) => [kept('water', () => new Style({ fill: new Fill({ color: '#aed0ea' }), stroke: new Stroke({ color: '#86b3d6', width: 0.8 }) })),
      ...(resolution < 20 && name(feature) ? [new Style({ text: label(name(feature), '#2f6690', false, 14) })] : [])]
    case 'green': return (feature, resolution) => [kept('green', () => new Style({ fill: new Fill({ color: '#d3e6c6' }) })),
      ...(resolution < 5 && name(feature) ? [new Style({ text: label(name(feature), '#3f6b2f', false, 11) })] : [])]
    case 'buildings': return () => kept('buildings', () => new Style({ fill: new Fill({ color: '#e2dcd1' }), stroke: new Stroke({ color: '#c9c0b0', width: 0.7 }) }))
    case 'railways': return () => [kept('rail1', () => new Style({ stroke: new Stroke({ color: '#6d737b', width: 3 }) })),
      kept('rail2', () => new Style({ stroke: new Stroke({ color: '#ffffff', width: 1.6, lineDash: [10, 10] }) }))]
    case 'unit-grids': return (feature, resolution) => [kept('cells', () => new Style({ stroke: new Stroke({ color: 'rgba(70,100,130,0.75)', width: 1 }), fill: new Fill({ color: 'rgba(70,100,130,0.02)' }) })),
      ...(resolution < 1.6 ? [new Style({ text: label(String(feature.get('id')).slice(-3), '#46607a', false, 11) })] : [])]
    case 'duty-grids': return feature => new Style({ stroke: new Stroke({ color, width: 2.4 }), fill: new Fill({ color: 'rgba(192,90,26,0.05)' }), text: label(name(feature), color, false) })
    case 'communities': return (feature, resolution) => [kept('communities', () => new Style({ stroke: new Stroke({ color, width: 1.6, lineDash: [8, 4, 2, 4] }), fill: new Fill({ color: 'rgba(122,90,166,0.03)' }) })),
      ...(resolution < 10 ? [new Style({ text: label(name(feature).replace(/(居民|村民)委员会$/, ''), color, false) })] : [])]
    default: return (feature, resolution) => new Style({
      stroke: new Stroke({ color, width: layer.shape === 'POLYGON' ? 1.4 : 2 }),
      fill: new Fill({ color: `${color}${layer.recolored ? '66' : '18'}` }),
      image: new Circle({ radius: 5, fill: new Fill({ color }), stroke: new Stroke({ color: '#ffffff', width: 1.2 }) }),
      text: resolution < 6 && name(feature) ? new Text({ text: name(feature), font: `12px ${FONT}`, offsetY: layer.shape === 'POINT' ? -12 : 0,
        fill: new Fill({ color }), stroke: new Stroke({ color: '#ffffff', width: 3 }) }) : undefined,
    })
  }
}
