import Feature from 'ol/Feature'
import OlMap from 'ol/Map'
import View from 'ol/View'
import MVT from 'ol/format/MVT'
import Circle from 'ol/geom/Circle'
import LineString from 'ol/geom/LineString'
import Point from 'ol/geom/Point'
import Polygon from 'ol/geom/Polygon'
import VectorLayer from 'ol/layer/Vector'
import VectorTileLayer from 'ol/layer/VectorTile'
import { fromLonLat, getPointResolution, toLonLat } from 'ol/proj'
import VectorSource from 'ol/source/Vector'
import VectorTileSource from 'ol/source/VectorTile'
import CircleStyle from 'ol/style/Circle'
import Fill from 'ol/style/Fill'
import RegularShape from 'ol/style/RegularShape'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import { cells, look, type Thing } from './reference'

const GROUND: Record<string, Style> = {
  water: new Style({ fill: new Fill({ color: '#bcdcf2' }) }),
  green: new Style({ fill: new Fill({ color: '#d3ebcc' }) }),
  buildings: new Style({ fill: new Fill({ color: '#dfdcd5' }), stroke: new Stroke({ color: '#aaa59a' }) }),
  roads: new Style({ stroke: new Stroke({ color: '#fff', width: 9 }), fill: new Fill({ color: '#fff' }) }),
}
const things = new Map<string, Style>()
/** 部件 in the colour of its class, where the city gave one. */
function thingStyle(classCode: string): Style {
  const { symbols = [] } = look.value ?? {}
  const color = symbols.find(each => each.classes === classCode)?.color ?? symbols.find(each => each.classes === classCode.slice(0, 12))?.color ?? '#0b5fb0'
  let style = things.get(color)
  if (!style) things.set(color, style = new Style({ image: new RegularShape({ points: 4, radius: 9, angle: Math.PI / 4, fill: new Fill({ color }), stroke: new Stroke({ color: '#fff', width: 2 }) }) }))
  return style
}

/** 底图 in the order, with what is shown and in the colours that the city gave. */
function groundLook(name: string): { style: Style, visible: boolean, zIndex: number } {
  const given = look.value?.layers ?? []
  const own = given.find(each => each.layer === name)
  const place = own ? given.indexOf(own) : given.length
  return { visible: own?.visible !== false, zIndex: place - 1000, style: own?.color
    ? new Style({ stroke: new Stroke({ color: own.color, width: name === 'roads' ? 9 : 1 }), fill: new Fill({ color: own.color }) }) : GROUND[name] ?? new Style() }
}

const CASE = new Style({ image: new CircleStyle({ radius: 12, fill: new Fill({ color: '#b00020' }), stroke: new Stroke({ color: '#fff', width: 3 }) }) })
const ME = new Style({ image: new CircleStyle({ radius: 10, fill: new Fill({ color: '#1477f8' }), stroke: new Stroke({ color: '#fff', width: 3 }) }) })
const ABOUT = new Style({ fill: new Fill({ color: 'rgba(20,119,248,.14)' }), stroke: new Stroke({ color: 'rgba(20,119,248,.6)' }) })
const WALKED = new Style({ stroke: new Stroke({ color: '#e36a00', width: 5 }) })

/** 现场地图: drawn from what is on the phone; the squares of the base map lie below where they were kept. */
export class FieldMap {
  private readonly map: OlMap
  private readonly ground = new VectorSource()
  private readonly things = new VectorSource()
  private readonly marks = new VectorSource()
  private readonly me = new VectorSource()
  private readonly bases = new Map<string, VectorTileLayer>()
  private seenMe = false

  constructor(target: HTMLElement, layers: string[], moved: (longitude: number, latitude: number) => void) {
    for (const name of layers.filter(each => GROUND[each])) {
      this.bases.set(name, new VectorTileLayer({ background: '#f4f2ec',
        source: new VectorTileSource({ format: new MVT(), url: `/api/basemap/tiles/${name}/{z}/{x}/{y}.mvt`, minZoom: 12, maxZoom: 17 }) }))
    }
    this.dress()
    this.map = new OlMap({
      target,
      controls: [],
      layers: [
        ...this.bases.values(),
        new VectorLayer({ source: this.ground, style: feature => new Style({
          stroke: new Stroke({ color: '#5b3fa0', width: 2 }), fill: new Fill({ color: 'rgba(91,63,160,.05)' }),
          text: new Text({ text: String(feature.get('name')), font: 'bold 13px system-ui, sans-serif', fill: new Fill({ color: '#3a2478' }), stroke: new Stroke({ color: '#fff', width: 3 }) }) }) }),
        new VectorLayer({ source: this.things, style: feature => thingStyle(String(feature.get('classCode'))), maxResolution: 1.6 }),
        new VectorLayer({ source: this.marks, style: feature => feature.get('line') ? WALKED : CASE }),
        new VectorLayer({ source: this.me, style: feature => feature.get('about') ? ABOUT : ME }),
      ],
      view: new View({ center: fromLonLat([112.45, 34.66]), zoom: 17, minZoom: 11, maxZoom: 20, enableRotation: false }),
    })
    this.map.on('moveend', () => {
      const [longitude = 0, latitude = 0] = toLonLat(this.map.getView().getCenter() ?? [0, 0])
      moved(Number(longitude.toFixed(6)), Number(latitude.toFixed(6)))
    })
    this.draw()
  }

  /** 图面 as the city set it; it comes when the map is there already, and changes while it is. */
  dress(): void {
    for (const [name, base] of this.bases) {
      const { style, visible, zIndex } = groundLook(name)
      base.setStyle(style)
      base.setVisible(visible)
      base.setZIndex(zIndex)
    }
    this.things.changed()
  }

  /** The cells of one's own duty grids, with their components. */
  draw(fit = true): void {
    this.ground.clear(true)
    this.things.clear(true)
    this.ground.addFeatures(cells.value.filter(cell => cell.outline.length > 3).map(cell =>
      new Feature({ geometry: new Polygon([cell.outline.map(at => fromLonLat(at))]), name: cell.code.slice(-3) })))
    this.things.addFeatures(cells.value.flatMap(cell => cell.components).map((thing: Thing) => new Feature({ geometry: new Point(fromLonLat(thing.at)), classCode: thing.classCode })))
    const extent = this.ground.getExtent()
    if (fit && cells.value.length > 0 && extent) this.map.getView().fit(extent, { padding: [30, 30, 30, 30], maxZoom: 17 })
  }

  go(longitude: number, latitude: number): void {
    this.map.getView().animate({ center: fromLonLat([longitude, latitude]), zoom: Math.max(18, this.map.getView().getZoom() ?? 18), duration: 250 })
  }

  place(longitude: number, latitude: number): void {
    this.map.getView().setCenter(fromLonLat([longitude, latitude]))
    this.map.getView().setZoom(18)
  }

  zoom(by: number): void {
    const view = this.map.getView()
    view.animate({ zoom: (view.getZoom() ?? 17) + by, duration: 150 })
  }

  showMe(longitude: number, latitude: number, accuracy: number): void {
    const at = fromLonLat([longitude, latitude])
    const about = new Feature(new Circle(at, accuracy / getPointResolution('EPSG:3857', 1, at)))
    about.set('about', true)
    this.me.clear(true)
    this.me.addFeatures([about, new Feature(new Point(at))])
    this.seenMe = true
  }

  get knowsMe(): boolean {
    return this.seenMe
  }

  showMarks(points: { longitude: number, latitude: number }[]): void {
    this.marks.clear(true)
    this.marks.addFeatures(points.map(point => new Feature(new Point(fromLonLat([point.longitude, point.latitude])))))
  }

  /** 测量: a line and its length is told by the caller. */
  showLine(points: number[][]): void {
    this.marks.clear(true)
    if (points.length > 1) {
      const line = new Feature(new LineString(points.map(at => fromLonLat(at))))
      line.set('line', true)
      this.marks.addFeature(line)
    }
    this.marks.addFeatures(points.map(at => new Feature(new Point(fromLonLat(at)))))
  }

  close(): void {
    this.map.setTarget(undefined)
  }
}
