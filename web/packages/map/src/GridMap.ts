import { unitGrids, type CellFeatures, type Point as Place } from '@jingwei/api'
import { lampOf } from '@jingwei/domain'
import Feature from 'ol/Feature'
import OlMap from 'ol/Map'
import View from 'ol/View'
import { defaults as controls } from 'ol/control/defaults'
import { createEmpty, extend, getCenter, getWidth, isEmpty, type Extent } from 'ol/extent'
import GeoJSON from 'ol/format/GeoJSON'
import WKT from 'ol/format/WKT'
import LineString from 'ol/geom/LineString'
import Point from 'ol/geom/Point'
import VectorLayer from 'ol/layer/Vector'
import { fromLonLat, toLonLat, transformExtent } from 'ol/proj'
import VectorSource from 'ol/source/Vector'
import { caseStyle, cellStyle, communityStyle, pinStyle, roadStyle, wayStyle } from './styles'

export interface CasePoint { number: string, longitude: number, latitude: number, light?: string | null, held: boolean, title: string }

/** A road that an answer speaks of. */
export interface NamedRoad { name: string, wkt: string }

export interface MapEvents {
  open: (number: string) => void
  pick: (place: Place) => void
  hover: (title: string, pixel: number[]) => void
  failed: (error: unknown) => void
  /** West, south, east, north of what is in sight, after every move. */
  seen?: (degrees: number[]) => void
}

/** Wider than this (degrees) no cells are asked for: they would be finer than a pixel. */
const WIDEST = 0.25
const PLACE = { dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' }

/** 网格地图: our own cells as the ground, cases on it; asks for nothing outside this server. */
export class GridMap {
  private readonly cells = new VectorSource()
  private readonly communities = new VectorSource()
  private readonly cases = new VectorSource()
  private readonly pin = new VectorSource()
  private readonly way = new VectorSource()
  private readonly roads = new VectorSource()
  private readonly map: OlMap
  private asked: Extent = createEmpty()
  private asking: AbortController | null = null
  private placed = false
  private going = false
  picking = false

  constructor(target: HTMLElement, private readonly events: MapEvents) {
    this.map = new OlMap({
      target,
      controls: controls({ attribution: false, rotate: false }),
      layers: [
        new VectorLayer({ source: this.cells, style: cellStyle }),
        new VectorLayer({ source: this.communities, style: communityStyle, declutter: true }),
        new VectorLayer({ source: this.roads, style: roadStyle }),
        new VectorLayer({ source: this.cases, style: feature => caseStyle(feature.get('lamp'), feature.get('chosen')) }),
        new VectorLayer({ source: this.way, style: wayStyle }),
        new VectorLayer({ source: this.pin, style: pinStyle }),
      ],
      view: new View({ center: fromLonLat([112.45, 34.66]), zoom: 13, minZoom: 9, maxZoom: 20, enableRotation: false }),
    })
    this.map.on('moveend', () => {
      void this.loadCells()
      const size = this.map.getSize()
      if (size && size[0]) this.events.seen?.(transformExtent(this.map.getView().calculateExtent(size), 'EPSG:3857', 'EPSG:4326'))
    })
    this.map.on('singleclick', event => {
      if (this.picking) {
        const [longitude = 0, latitude = 0] = toLonLat(event.coordinate)
        this.events.pick({ longitude: Number(longitude.toFixed(6)), latitude: Number(latitude.toFixed(6)) })
        return
      }
      const hit = this.caseAt(event.pixel)
      if (hit) this.events.open(String(hit.getId()))
    })
    this.map.on('pointermove', event => {
      if (event.dragging) return
      const hit = this.caseAt(event.pixel)
      target.style.cursor = this.picking ? 'crosshair' : hit ? 'pointer' : ''
      this.events.hover(hit ? String(hit.get('title')) : '', event.pixel)
    })
  }

  private caseAt(pixel: number[]): Feature | undefined {
    return this.map.getFeaturesAtPixel(pixel, { hitTolerance: 4 })
      .find((feature): feature is Feature => feature instanceof Feature && feature.get('lamp') !== undefined)
  }

  /** Draws the cases; at the first time also goes where they are. */
  showCases(points: CasePoint[], chosen?: string): void {
    this.cases.clear(true)
    this.cases.addFeatures(points.map(point => {
      const feature = new Feature({
        geometry: new Point(fromLonLat([point.longitude, point.latitude])),
        lamp: lampOf(point.light, point.held),
        chosen: point.number === chosen,
        title: point.title,
      })
      feature.setId(point.number)
      return feature
    }))
    const extent = this.cases.getExtent()
    if (!this.placed && points.length > 0 && extent) {
      this.placed = true
      this.map.getView().fit(extent, { padding: [40, 40, 40, 40], maxZoom: 17 })
      void this.loadCells()
    }
  }

  /** Marks the chosen place and, unless it is in sight already, goes there. */
  showPin(place: Place | null | undefined): void {
    this.pin.clear()
    if (!place || !Number.isFinite(place.longitude) || !Number.isFinite(place.latitude)) return
    const at = fromLonLat([place.longitude, place.latitude])
    this.pin.addFeature(new Feature(new Point(at)))
    const view = this.map.getView()
    if (!this.placed) view.setZoom(17)
    if (!this.placed || !this.inSight(at)) view.setCenter(at)
    this.placed = true
    void this.loadCells()
  }

  /** Draws how a place was reached: the line walked from where one began. */
  showWay(line: number[][] | null | undefined, go = false): void {
    this.way.clear()
    if (!line || line.length < 2) return
    this.way.addFeature(new Feature(new LineString(line.map(at => fromLonLat(at)))))
    const [begin = []] = line
    this.way.addFeature(new Feature(new Point(fromLonLat(begin))))
    const extent = this.way.getExtent()
    if (go && extent) {
      this.placed = true
      this.map.getView().fit(extent, { padding: [120, 120, 120, 120], maxZoom: 17 })
      void this.loadCells()
    }
  }

  /** Draws the roads an answer hangs on, with their names. */
  showRoads(roads: NamedRoad[]): void {
    this.roads.clear(true)
    const format = new WKT()
    for (const road of roads) {
      const feature = new Feature({ geometry: format.readGeometry(road.wkt, PLACE), name: road.name })
      this.roads.addFeature(feature)
    }
  }

  private inSight(at: number[]): boolean {
    const [west = 0, south = 0, east = 0, north = 0] = this.map.getView().calculateExtent()
    const [x = 0, y = 0] = at
    return x > west && x < east && y > south && y < north
  }

  /** Nothing tells where the city lies: ask for its cells and go to them. */
  async goToLand(): Promise<void> {
    if (this.placed || this.going) return
    this.going = true
    await this.ask(null)
    this.going = false
    if (this.placed) return
    this.placed = true
    const extent = this.cells.getExtent()
    if (extent && !isEmpty(extent)) this.map.getView().fit(extent, { padding: [20, 20, 20, 20], maxZoom: 16 })
  }

  private async loadCells(): Promise<void> {
    const size = this.map.getSize()
    if (!size || size[0] === 0) return
    const seen = this.map.getView().calculateExtent(size)
    const degrees = transformExtent(seen, 'EPSG:3857', 'EPSG:4326')
    const [west = 0, south = 0, east = 0, north = 0] = degrees
    const [aw = 0, as = 0, ae = 0, an = 0] = this.asked
    const covered = !isEmpty(this.asked) && west >= aw && south >= as && east <= ae && north <= an
    if (!this.placed || covered || getWidth(degrees) > WIDEST) return
    const wide = (east - west) / 3
    const high = (north - south) / 3
    await this.ask([west - wide, south - high, east + wide, north + high])
  }

  private async ask(box: Extent | null): Promise<void> {
    this.asking?.abort()
    const asking = new AbortController()
    this.asking = asking
    this.asked = box ?? [-180, -90, 180, 90]
    try {
      this.drawCells(await unitGrids(box, asking.signal))
    } catch (error) {
      if (asking.signal.aborted) return
      this.asked = createEmpty()
      this.events.failed(error)
    }
  }

  private drawCells(answer: CellFeatures): void {
    this.cells.clear(true)
    this.cells.addFeatures(new GeoJSON(PLACE).readFeatures(answer))
    const around = new Map<string, { name: string, extent: Extent }>()
    for (const cell of this.cells.getFeatures()) {
      const known = around.get(cell.get('community')) ?? { name: String(cell.get('communityName')), extent: createEmpty() }
      extend(known.extent, cell.getGeometry()?.getExtent() ?? createEmpty())
      around.set(cell.get('community'), known)
    }
    this.communities.clear(true)
    this.communities.addFeatures([...around.values()].map(({ name, extent }) =>
      new Feature({ geometry: new Point(getCenter(extent)), name: name.replace(/(居民|村民)委员会$/, '') })))
  }

  resize(): void {
    this.map.updateSize()
    // A map that stands still draws one frame only and tells no end of a move.
    void this.loadCells()
  }

  dispose(): void {
    this.asking?.abort()
    this.map.setTarget(undefined)
    this.map.dispose()
  }
}
