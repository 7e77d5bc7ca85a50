import { unitGrids } from '@jingwei/api'
import Feature, { type FeatureLike } from 'ol/Feature'
import OlMap from 'ol/Map'
import View from 'ol/View'
import { containsExtent, createEmpty, getWidth, isEmpty, type Extent } from 'ol/extent'
import GeoJSON from 'ol/format/GeoJSON'
import MVT from 'ol/format/MVT'
import LineString from 'ol/geom/LineString'
import Point from 'ol/geom/Point'
import Layer from 'ol/layer/Layer'
import VectorLayer from 'ol/layer/Vector'
import VectorTileLayer from 'ol/layer/VectorTile'
import { fromLonLat, toLonLat, transformExtent } from 'ol/proj'
import VectorSource from 'ol/source/Vector'
import VectorTileSource from 'ol/source/VectorTile'
import { PointCloud } from './PointCloud'
import { cameraStyle, componentStyle, frameworkStyle, headStyle, spotStyle, trackStyle, wallCellStyle, wallCommunityStyle, type Shade } from './wallStyles'

export interface Placed { id: string, longitude: number, latitude: number }
export interface WallEvents {
  case: (number: string) => void
  thing: (id: string) => void
  grid: (code: string) => void
  camera: (id: string) => void
  hover: (what: { kind: 'case' | 'thing' | 'camera', id: string } | null, pixel: number[]) => void
}

const LIGHTS = ['#6fc496', '#f0c24b', '#f0614d', '#a99bd6', '#8d979c']
const THINGS = ['#8fd4c8', '#c9bf9f', '#f0614d', '#5f6a6e', '#d6a354']
const WIDEST = 0.4
const PLACE = { dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' }

/** 大屏地图: the land in hairlines, cases and moving things as clouds of points; asks for nothing outside this server. */
export class WallMap {
  readonly map: OlMap
  readonly cases = new PointCloud('cases', LIGHTS, 65_536)
  readonly moving = new PointCloud('moving', THINGS, 4_096)
  private readonly cells = new VectorSource()
  private readonly names = new VectorSource()
  private readonly cameras = new VectorSource()
  private readonly components = new VectorSource()
  private readonly spots = new VectorSource()
  private readonly track = new VectorSource()
  private readonly head = new Feature<Point>()
  private readonly cellLayer: VectorLayer
  private readonly movingLayer: Layer
  private shades = new Map<string, Shade>()
  private digits = 0
  private chosenCell = ''
  private asked: Extent = createEmpty()
  private asking: AbortController | null = null
  private readonly scale: number
  private placed = false

  constructor(target: HTMLElement, private readonly events: WallEvents, padding: number[]) {
    this.scale = Math.max(1, target.clientHeight / 1080)
    this.cases.scale = this.moving.scale = this.scale
    this.cellLayer = new VectorLayer({ source: this.cells, style: feature => this.cellStyle(feature), renderBuffer: 400, updateWhileInteracting: false })
    this.movingLayer = new Layer({ render: frame => this.moving.render(frame) })
    this.map = new OlMap({
      target,
      controls: [],
      pixelRatio: 1,
      layers: [
        this.cellLayer,
        new VectorLayer({ source: this.components, style: componentStyle(this.scale), minZoom: 16, renderBuffer: 200 }),
        new Layer({ render: frame => this.cases.render(frame) }),
        this.movingLayer,
        new VectorLayer({ source: this.spots, style: feature => spotStyle(feature, this.scale) }),
        new VectorLayer({ source: this.cameras, style: cameraStyle(this.scale), minZoom: 14 }),
        new VectorLayer({ source: this.track, style: feature => (feature.get('head') ? headStyle : trackStyle) }),
        new VectorLayer({ source: this.names, style: (feature, at) => wallCommunityStyle(feature, at, this.scale), declutter: true, renderBuffer: 400 }),
      ],
      view: new View({ center: fromLonLat([112.44, 34.67]), zoom: 14, minZoom: 8, maxZoom: 20, enableRotation: false, padding }),
    })
    this.head.set('head', true)
    this.map.on('moveend', () => void this.loadCells())
    this.map.on('singleclick', event => this.open(event.pixel, event.coordinate))
    this.map.on('pointermove', event => {
      if (event.dragging) return
      const what = this.hit(event.pixel, event.coordinate)
      target.style.cursor = what ? 'pointer' : ''
      this.events.hover(what, event.pixel)
    })
  }

  /** Draws again soon; many calls are one frame. */
  refresh(): void {
    this.map.render()
  }

  showMoving(shown: boolean): void {
    this.movingLayer.setVisible(shown)
  }

  /** Adds the framework layers of the catalogue that carry features, below everything else. */
  addFramework(layers: { id: string, drawOrder: number, leastZoom: number }[]): void {
    for (const layer of [...layers].sort((a, b) => b.drawOrder - a.drawOrder)) {
      const style = frameworkStyle(layer.id)
      this.map.getLayers().insertAt(0, new VectorTileLayer({
        source: new VectorTileSource({ format: new MVT(), url: `/api/basemap/tiles/${layer.id}/{z}/{x}/{y}.mvt`, minZoom: 10, maxZoom: 18 }),
        style, minZoom: layer.leastZoom, renderMode: 'hybrid', updateWhileInteracting: false,
      }))
    }
  }

  /** Where the platform's land is; called once, with the extent of all its places. */
  async goToLand(): Promise<void> {
    if (this.placed) return
    const land = await unitGrids(null)
    const cells = new GeoJSON(PLACE).readFeatures(land)
    if (this.placed || cells.length === 0) return
    this.placed = true
    this.put(cells)
    const extent = this.cells.getExtent()
    if (!extent || isEmpty(extent)) return
    this.asked = extent
    this.map.getView().fit(extent, { padding: [40, 40, 40, 40].map(one => one * this.scale) })
  }

  goHome(): void {
    const extent = this.cells.getExtent()
    if (extent && !isEmpty(extent)) this.map.getView().fit(extent, { padding: [40, 40, 40, 40], duration: 900 })
  }

  goTo(longitude: number, latitude: number, zoom = 16.5): void {
    this.map.getView().animate({ center: fromLonLat([longitude, latitude]), zoom: Math.max(zoom, this.map.getView().getZoom() ?? 0), duration: 900 })
  }

  /** Shades the land by grade; a code is of so many digits: 6 district, 9 street, 12 community, 0 the cell's own. */
  shade(shades: Map<string, Shade>, digits: number): void {
    this.shades = shades
    this.digits = digits
    this.cellLayer.changed()
  }

  choose(cell: string): void {
    this.chosenCell = cell
    this.cellLayer.changed()
  }

  showCameras(cameras: Placed[]): void {
    fill(this.cameras, cameras)
  }

  showComponents(components: Placed[]): void {
    fill(this.components, components)
  }

  showSpots(spots: { cell: string, count: number, longitude: number, latitude: number }[]): void {
    const most = Math.max(1, ...spots.map(one => one.count))
    this.spots.clear(true)
    this.spots.addFeatures(spots.map((one, i) => {
      const feature = new Feature({ geometry: new Point(fromLonLat([one.longitude, one.latitude])), share: one.count / most, rank: i + 1 })
      feature.setId(one.cell)
      return feature
    }))
  }

  showTrack(points: { longitude: number, latitude: number }[]): void {
    this.track.clear(true)
    if (points.length < 2) return
    const line = new LineString(points.map(one => fromLonLat([one.longitude, one.latitude])))
    this.track.addFeature(new Feature(line))
    this.track.addFeature(this.head)
    this.map.getView().fit(line, { padding: [60, 60, 60, 60], maxZoom: 17, duration: 700 })
  }

  trackHead(longitude: number, latitude: number): void {
    this.head.setGeometry(new Point(fromLonLat([longitude, latitude])))
  }

  /** The window in degrees: west, south, east, north. */
  window(): number[] {
    return transformExtent(this.map.getView().calculateExtent(this.map.getSize()), 'EPSG:3857', 'EPSG:4326')
  }

  close(): void {
    this.asking?.abort()
    this.map.setTarget(undefined)
  }

  private cellStyle(feature: FeatureLike) {
    const code = String(feature.getId())
    return wallCellStyle(feature, this.shades.get(this.digits === 0 ? code : code.slice(0, this.digits)), code === this.chosenCell)
  }

  private open(pixel: number[], coordinate: number[]): void {
    const what = this.hit(pixel, coordinate)
    if (what?.kind === 'case') return this.events.case(what.id)
    if (what?.kind === 'thing') return this.events.thing(what.id)
    if (what?.kind === 'camera') return this.events.camera(what.id)
    const cell = this.cells.getFeaturesAtCoordinate(coordinate)[0]
    if (cell) this.events.grid(String(cell.getId()))
  }

  private hit(pixel: number[], coordinate: number[]): { kind: 'case' | 'thing' | 'camera', id: string } | null {
    const reach = (this.map.getView().getResolution() ?? 1) * 9 * this.scale
    const camera = this.map.getFeaturesAtPixel(pixel, { layerFilter: layer => layer.getSource() === this.cameras, hitTolerance: 4 })[0]
    if (camera) return { kind: 'camera', id: String(camera.getId()) }
    const thing = this.movingLayer.getVisible() ? this.moving.nearest(coordinate, reach) : null
    if (thing) return { kind: 'thing', id: thing }
    const found = this.cases.nearest(coordinate, reach)
    return found ? { kind: 'case', id: found } : null
  }

  private put(cells: Feature[]): void {
    this.cells.clear(true)
    this.cells.addFeatures(cells)
    const middles = new Map<string, { sum: number[], n: number, name: string }>()
    for (const cell of cells) {
      const extent = cell.getGeometry()?.getExtent()
      if (!extent) continue
      const code = String(cell.get('community'))
      const at = middles.get(code) ?? { sum: [0, 0], n: 0, name: String(cell.get('communityName')).replace(/(居民|村民)委员会$/, '') }
      at.sum = [at.sum[0]! + (extent[0]! + extent[2]!) / 2, at.sum[1]! + (extent[1]! + extent[3]!) / 2]
      at.n++
      middles.set(code, at)
    }
    this.names.clear(true)
    this.names.addFeatures([...middles.values()].map(({ sum, n, name }) => new Feature({ geometry: new Point([sum[0]! / n, sum[1]! / n]), name })))
  }

  private async loadCells(): Promise<void> {
    const seen = this.map.getView().calculateExtent(this.map.getSize())
    if (!this.placed || containsExtent(this.asked, seen) || !isEmpty(this.asked) && this.cells.getFeatures().length < 20_000) return
    const degrees = transformExtent(seen, 'EPSG:3857', 'EPSG:4326')
    if (getWidth(degrees) > WIDEST) return
    this.asking?.abort()
    this.asking = new AbortController()
    try {
      this.put(new GeoJSON(PLACE).readFeatures(await unitGrids(degrees, this.asking.signal)))
      this.asked = seen
    } catch {
      // The land we have goes on; the stream says whether the server is away.
    }
  }
}

function fill(source: VectorSource, places: Placed[]): void {
  source.clear(true)
  source.addFeatures(places.map(one => {
    const feature = new Feature(new Point(fromLonLat([one.longitude, one.latitude])))
    feature.setId(one.id)
    return feature
  }))
}

export { toLonLat }
