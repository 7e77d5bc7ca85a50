import type { MapBackdrop, MapLayer, UpdateFault } from '@jingwei/api'
import OlMap from 'ol/Map'
import View from 'ol/View'
import { defaults as controls } from 'ol/control/defaults'
import ScaleLine from 'ol/control/ScaleLine'
import { isEmpty } from 'ol/extent'
import GeoJSON from 'ol/format/GeoJSON'
import MVT from 'ol/format/MVT'
import type { Geometry, LineString, Polygon } from 'ol/geom'
import Draw from 'ol/interaction/Draw'
import type BaseLayer from 'ol/layer/Base'
import VectorLayer from 'ol/layer/Vector'
import VectorTileLayer from 'ol/layer/VectorTile'
import { fromLonLat, transformExtent } from 'ol/proj'
import VectorSource from 'ol/source/Vector'
import VectorTileSource from 'ol/source/VectorTile'
import { getArea, getLength } from 'ol/sphere'
import { Circle, Fill, Stroke, Style } from 'ol/style'
import { backdrop, imagery } from './backdrops'
import { styleOf } from './layerStyles'

export interface Hit { layer: MapLayer, attributes: Record<string, unknown> }
export interface LandEvents {
  hits: (found: Hit[]) => void
  fault: (number: number) => void
  measured: (words: string) => void
}

const FINEST = 18
const PLACE = { dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' }
const HIDDEN = new Set(['ol_uid', 'layer'])

const faultStyle = (severity: string, chosen: boolean, settled: boolean) => {
  const color = settled ? '#5f7d5f' : severity === 'FAULT' ? '#c62828' : '#c77700'
  return new Style({
    stroke: new Stroke({ color, width: chosen ? 6 : 3 }),
    fill: new Fill({ color: `${color}33` }),
    image: new Circle({ radius: chosen ? 12 : 7, fill: new Fill({ color: `${color}${chosen ? 'aa' : '66'}` }), stroke: new Stroke({ color, width: 2.5 }) }),
    zIndex: chosen ? 2 : 1,
  })
}

/** 图层地图: every layer of the catalogue as vector tiles from our own server; query, measure, print, faults. */
export class LandLayers {
  protected readonly map: OlMap
  private readonly tiles = new Map<string, BaseLayer>()
  private readonly faults = new VectorSource()
  private readonly drawn = new VectorSource()
  private drawing: Draw | null = null
  private placed = false
  private behind: BaseLayer | null = null

  constructor(target: HTMLElement, private readonly events: LandEvents) {
    this.map = new OlMap({
      target,
      controls: controls({ attribution: false, rotate: false }).extend([new ScaleLine()]),
      layers: [
        new VectorLayer({ source: this.faults, zIndex: 500, style: feature => faultStyle(feature.get('severity'), feature.get('chosen'), feature.get('settled')) }),
        new VectorLayer({ source: this.drawn, zIndex: 600, style: new Style({ stroke: new Stroke({ color: '#b3261e', width: 3, lineDash: [8, 5] }), fill: new Fill({ color: 'rgba(179,38,30,0.12)' }) }) }),
      ],
      view: new View({ center: fromLonLat([112.45, 34.66]), zoom: 13, minZoom: 8, maxZoom: 20, enableRotation: false }),
    })
    this.map.on('singleclick', event => {
      if (this.drawing) return
      const found: Hit[] = []
      let fault = 0
      this.map.forEachFeatureAtPixel(event.pixel, (feature, layer) => {
        const id = layer?.get('id') as string | undefined
        const known = layer?.get('layer') as MapLayer | undefined
        if (known && id) {
          found.push({ layer: known, attributes: Object.fromEntries(Object.entries(feature.getProperties()).filter(([key, value]) => !HIDDEN.has(key) && typeof value !== 'object')) })
        } else if (feature.get('severity')) {
          fault = Number(feature.getId())
        }
      }, { hitTolerance: 4 })
      if (fault) this.events.fault(fault)
      else this.events.hits(found)
    })
  }

  /** Shows exactly these layers, the lowest of the drawing first, and goes to the land at the first time. */
  show(layers: MapLayer[]): void {
    const wanted = new Set(layers.map(layer => layer.id))
    for (const [id, drawn] of this.tiles) drawn.setVisible(wanted.has(id))
    for (const layer of layers) {
      if (this.tiles.has(layer.id)) continue
      if (layer.keeping === 'IMAGERY') {
        const pictures = imagery(layer)
        this.tiles.set(layer.id, pictures)
        this.map.addLayer(pictures)
        continue
      }
      const drawn = new VectorTileLayer({
        source: new VectorTileSource({
          format: new MVT(),
          maxZoom: Math.min(FINEST, Math.max(layer.leastZoom, 16)),
          minZoom: layer.leastZoom,
          url: `/api/basemap/tiles/${layer.id}/{z}/{x}/{y}.mvt?v=${layer.version}`,
        }),
        style: styleOf(layer),
        zIndex: layer.drawOrder,
        minZoom: layer.leastZoom - 0.01,
        declutter: layer.shape !== 'POINT' || layer.id === 'landmarks',
      })
      drawn.set('id', layer.id)
      drawn.set('layer', layer)
      this.tiles.set(layer.id, drawn)
      this.map.addLayer(drawn)
    }
    if (!this.placed) {
      const home = layers.find(layer => layer.keeping === 'UNIT_GRIDS' && layer.extent) ?? layers.find(layer => layer.extent)
      if (home?.extent) this.goTo(home.extent)
    }
  }

  /** Puts a tile service of the city behind everything; null takes it away. */
  stand(one: MapBackdrop | null): void {
    if (this.behind) this.map.removeLayer(this.behind)
    this.behind = one ? backdrop(one) : null
    if (this.behind) this.map.addLayer(this.behind)
  }

  goTo(degrees: number[], zoom = 16): void {
    this.placed = true
    this.map.getView().fit(transformExtent(degrees, 'EPSG:4326', 'EPSG:3857'), { padding: [30, 30, 30, 30], maxZoom: zoom })
  }

  /** Draws the faults and goes to the chosen one. */
  showFaults(faults: UpdateFault[], chosen: number): void {
    this.faults.clear(true)
    const placed = faults.filter(fault => fault.geometry)
    this.faults.addFeatures(new GeoJSON(PLACE).readFeatures({ type: 'FeatureCollection', features: placed }))
    const extent = this.faults.getFeatureById(chosen)?.getGeometry()?.getExtent()
    for (const feature of this.faults.getFeatures()) feature.set('chosen', feature.getId() === chosen, true)
    this.faults.changed()
    if (extent && !isEmpty(extent)) {
      this.placed = true
      this.map.getView().fit(extent, { padding: [120, 120, 120, 120], maxZoom: 18, duration: 200 })
    }
  }

  /** 量算: draws a line or an area and says how long or large it is on the ellipsoid; null ends it. */
  measure(what: 'LineString' | 'Polygon' | null): void {
    if (this.drawing) this.map.removeInteraction(this.drawing)
    this.drawing = null
    this.drawn.clear()
    if (!what) return
    const drawing = new Draw({ source: this.drawn, type: what })
    drawing.on('drawstart', event => {
      this.drawn.clear()
      const shape = event.feature.getGeometry()
        if (shape) shape.on('change', () => this.events.measured(words(shape)))
    })
    this.map.addInteraction(drawing)
    this.drawing = drawing
  }

  /** 打印: the map as it stands, as a picture. */
  picture(): Promise<Blob | null> {
    return new Promise(done => {
      this.map.once('rendercomplete', () => {
        const [width = 0, height = 0] = this.map.getSize() ?? []
        const sheet = document.createElement('canvas')
        sheet.width = width
        sheet.height = height
        const pen = sheet.getContext('2d')
        if (!pen) return done(null)
        pen.fillStyle = '#f7f6f2'
        pen.fillRect(0, 0, width, height)
        this.map.getViewport()?.querySelectorAll<HTMLCanvasElement>('.ol-layer canvas')
          .forEach(canvas => pen.drawImage(canvas, 0, 0, width, height))
        sheet.toBlob(done, 'image/png')
      })
      this.map.renderSync()
    })
  }

  resize(): void {
    this.map.updateSize()
  }

  dispose(): void {
    this.map.setTarget(undefined)
    this.map.dispose()
  }
}

/** A length or an area in the unit people use for its size. */
export function words(shape: Geometry): string {
  if (shape.getType() === 'LineString') {
    const meters = getLength(shape as LineString)
    return meters < 1000 ? `${meters.toFixed(1)} m` : `${(meters / 1000).toFixed(3)} km`
  }
  const square = getArea(shape as Polygon)
  return square < 1_000_000 ? `${square.toFixed(0)} m²` : `${(square / 1_000_000).toFixed(3)} km²`
}
