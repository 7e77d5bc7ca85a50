import { unitGrids, type CellEdit, type EditedCells } from '@jingwei/api'
import type Feature from 'ol/Feature'
import { altKeyOnly, shiftKeyOnly, singleClick } from 'ol/events/condition'
import { containsExtent, createEmpty, getWidth, isEmpty } from 'ol/extent'
import GeoJSON from 'ol/format/GeoJSON'
import type { LineString, Polygon } from 'ol/geom'
import Draw from 'ol/interaction/Draw'
import type Interaction from 'ol/interaction/Interaction'
import Modify from 'ol/interaction/Modify'
import Snap from 'ol/interaction/Snap'
import VectorLayer from 'ol/layer/Vector'
import { toLonLat, transformExtent } from 'ol/proj'
import VectorSource from 'ol/source/Vector'
import { Circle, Fill, Stroke, Style, Text } from 'ol/style'
import { LandLayers, type LandEvents } from './LandLayers'
import { stepBetween } from './cellSteps'

export type CellTool = 'choose' | 'border' | 'split'
export interface CellEvents extends LandEvents {
  step: (edit: CellEdit) => void
  chosen: (codes: string[]) => void
  failed: (error: unknown) => void
}

const PLACE = { dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' }
/** Wider than this (degrees) no cells are asked for: nobody edits them at that scale. */
const WIDEST = 0.06

/** 网格编辑地图: the cells in force with the edits on them; a shared corner is dragged in every cell that has it. */
export class CellEditor extends LandLayers {
  private readonly cells = new VectorSource<Feature<Polygon>>()
  private readonly chosen = new Set<string>()
  private edited: EditedCells | null = null
  private tools: Interaction[] = []
  private before = new Map<string, number[][]>()
  private asked = createEmpty()
  private runs = 0
  private tool: CellTool = 'choose'

  constructor(private readonly frame: HTMLElement, private readonly said: CellEvents) {
    super(frame, said)
    this.map.addLayer(new VectorLayer({ source: this.cells, zIndex: 400, declutter: true, style: (feature, resolution) => this.style(feature as Feature<Polygon>, resolution) }))
    this.map.on('moveend', () => {
      const view = this.map.getView()
      this.frame.dataset.resolution = String(view.getResolution())
      void this.load()
    })
    this.map.on('singleclick', event => {
      if (this.tool !== 'choose') return
      const code = String(this.cells.getFeaturesAtCoordinate(event.coordinate)[0]?.getId() ?? '')
      if (!shiftKeyOnly(event)) {
        const alone = this.chosen.size === 1 && this.chosen.has(code)
        this.chosen.clear()
        if (alone) return this.tellChosen()
      }
      if (code && !this.chosen.delete(code)) this.chosen.add(code)
      this.tellChosen()
    })
  }

  private tellChosen(): void {
    this.cells.changed()
    this.said.chosen([...this.chosen])
  }

  private style(feature: Feature<Polygon>, resolution: number): Style {
    const chosen = this.chosen.has(String(feature.getId()))
    const fresh = feature.get('fresh') as boolean
    const color = chosen ? '#b3261e' : fresh ? '#9a5b00' : '#0b4f8a'
    return new Style({
      stroke: new Stroke({ color, width: chosen ? 3 : fresh ? 2 : 1 }),
      fill: new Fill({ color: chosen ? 'rgba(179,38,30,0.16)' : fresh ? 'rgba(199,119,0,0.18)' : 'rgba(11,79,138,0.04)' }),
      zIndex: chosen ? 2 : fresh ? 1 : 0,
      ...(resolution < 1.5 ? { text: new Text({ text: String(feature.getId()).slice(-6), font: '12px sans-serif', fill: new Fill({ color }), stroke: new Stroke({ color: '#fff', width: 3 }) }) } : {}),
    })
  }

  /** Which of the tools the mouse has now. */
  use(tool: CellTool): void {
    this.tool = tool
    this.tools.forEach(one => this.map.removeInteraction(one))
    this.tools = tool === 'border' ? [this.borders()] : tool === 'split' ? [this.cut(), new Snap({ source: this.cells, pixelTolerance: 12 })] : []
    this.tools.forEach(one => this.map.addInteraction(one))
    this.frame.style.cursor = tool === 'split' ? 'crosshair' : ''
  }

  private borders(): Modify {
    const modify = new Modify({
      source: this.cells,
      pixelTolerance: 10,
      deleteCondition: event => altKeyOnly(event) && singleClick(event),
      style: new Style({ image: new Circle({ radius: 6, fill: new Fill({ color: '#fff' }), stroke: new Stroke({ color: '#b3261e', width: 2.5 }) }) }),
    })
    modify.on('modifystart', () => {
      this.before = new Map(this.cells.getFeatures().map(cell => [String(cell.getId()), ring(cell)]))
    })
    modify.on('modifyend', () => {
      for (const cell of this.cells.getFeatures()) {
        const was = this.before.get(String(cell.getId()))
        const step = was && stepBetween(was, ring(cell))
        if (step) return this.said.step(step)
      }
    })
    return modify
  }

  private cut(): Draw {
    const draw = new Draw({ type: 'LineString' })
    draw.on('drawend', event => {
      const line = event.feature.getGeometry() as LineString
      const cell = this.cells.getFeaturesAtCoordinate(line.getCoordinateAt(0.5))[0]
      if (cell) this.said.step({ kind: 'SPLIT', cell: String(cell.getId()), line: line.getCoordinates().map(at => degrees(at)) })
    })
    return draw
  }

  /** Draws the cells as the edits make them; null for as they are in force. */
  async showEdited(edited: EditedCells | null): Promise<void> {
    this.edited = edited
    const known = new Set([...edited?.ended ?? []])
    known.forEach(code => this.chosen.delete(code))
    this.tellChosen()
    this.asked = createEmpty()
    await this.load()
  }

  /** 定位: goes to a cell and chooses it; false where it is not known. */
  goToCell(code: string, geometry: number[][]): void {
    const xs = geometry.map(at => at[0] ?? 0)
    const ys = geometry.map(at => at[1] ?? 0)
    this.goTo([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], 18)
    this.chosen.clear()
    this.chosen.add(code)
    this.tellChosen()
  }

  private async load(): Promise<void> {
    const size = this.map.getSize()
    if (!size || !size[0]) return
    const seen = transformExtent(this.map.getView().calculateExtent(size), 'EPSG:3857', 'EPSG:4326')
    if (getWidth(seen) > WIDEST || (!isEmpty(this.asked) && containsExtent(this.asked, seen))) return
    const [west = 0, south = 0, east = 0, north = 0] = seen
    const wide = (east - west) / 4
    this.asked = [west - wide, south - wide, east + wide, north + wide]
    try {
      const run = ++this.runs
      const list = await unitGrids(this.asked)
      if (run !== this.runs) return
      const format = new GeoJSON(PLACE)
      const gone = new Set([...this.edited?.ended ?? [], ...this.edited?.features.map(cell => cell.id) ?? []])
      const cells = format.readFeatures({ ...list, features: list.features.filter(cell => !gone.has(cell.id)) })
      const fresh = format.readFeatures({ type: 'FeatureCollection', features: this.edited?.features ?? [] })
      fresh.forEach(cell => cell.set('fresh', true))
      // Said one by one: the tool for borders keeps the edges it was told of.
      this.cells.clear()
      this.cells.addFeatures([...cells, ...fresh] as Feature<Polygon>[])
      this.frame.dataset.cells = String(cells.length + fresh.length)
    } catch (error) {
      this.asked = createEmpty()
      this.said.failed(error)
    }
  }
}

const degrees = (at: number[]): [number, number] => {
  const [longitude = 0, latitude = 0] = toLonLat(at)
  return [longitude, latitude]
}
const ring = (cell: Feature<Polygon>) => (cell.getGeometry()?.getCoordinates()[0] ?? []).map(at => degrees(at))
