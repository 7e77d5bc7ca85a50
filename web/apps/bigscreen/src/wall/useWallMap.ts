import { WallMap } from '@jingwei/map/wall'
import { onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue'
import { basemapLayers, cameras, componentsIn, type Camera, type Figures, type Thing, type WallPoint } from '../situation/situation'
import { stageNumber, type Clouds } from '../situation/useLive'

export interface Opened { kind: 'case' | 'person' | 'grid' | 'camera' | 'unit' | 'vehicle', id: string }
const STATES = { MOVING: 0, STILL: 1, ASTRAY: 2, SILENT: 3 } as const
/** While something glides, so many frames a second are enough for a calm wall and leave the machine its breath. */
const GLIDE_MILLIS = 66

/** The wall's map and what stands on it, kept apart from Vue: fifty thousand points are no business of a list watcher. */
export function useWallMap(frame: Ref<HTMLElement | null>, things: Ref<Map<string, Thing>>, open: (what: Opened) => void) {
  const map = shallowRef<WallMap | null>(null)
  const tip = ref({ text: '', left: '0', top: '0' })
  const known = shallowRef<Camera[]>([])
  const points = new Map<string, WallPoint>()
  let gliding = 0
  let components = 0

  function start(padding: number[], classNames: (code: string) => string): void {
    if (!frame.value) return
    const made = new WallMap(frame.value, {
      case: id => open({ kind: 'case', id }),
      thing: id => open({ kind: things.value.get(id)?.kind === 'VEHICLE' ? 'vehicle' : 'person', id }),
      grid: id => open({ kind: 'grid', id }),
      camera: id => open({ kind: 'camera', id }),
      hover: (what, pixel) => {
        const text = !what ? '' : what.kind === 'case' ? classNames(points.get(what.id)?.classCode ?? '') : what.kind === 'thing' ? things.value.get(what.id)?.name ?? what.id : known.value.find(one => one.id === what.id)?.name ?? what.id
        tip.value = { text, left: `${(pixel[0] ?? 0) + 14}px`, top: `${(pixel[1] ?? 0) + 10}px` }
      },
    }, padding)
    map.value = made
    void made.goToLand().catch(() => undefined)
    void cameras().then(all => { known.value = all; made.showCameras(all) }).catch(() => undefined)
    void basemapLayers().then(all => made.addFramework(all.filter(one => one.keeping === 'FEATURES' && one.count > 0 && one.visible))).catch(() => undefined)
    made.map.on('moveend', () => void showComponents(made))
    gliding = window.setInterval(() => { if (made.moving.lively() && !document.hidden) made.refresh() }, GLIDE_MILLIS)
  }

  async function showComponents(made: WallMap): Promise<void> {
    if ((made.map.getView().getZoom() ?? 0) < 16) return
    const asked = ++components
    const all = await componentsIn(made.window()).catch(() => [])
    if (asked === components) made.showComponents(all.map(one => ({ id: one.code, ...one })))
  }

  const clouds = (): Clouds | null => {
    const made = map.value
    if (!made) return null
    return {
      put: (point, fresh) => {
        points.set(point.number, point)
        made.cases.set({ id: point.number, longitude: point.longitude, latitude: point.latitude, held: point.held, stage: stageNumber(point.stage),
          yellow: point.yellow ? Date.parse(point.yellow) : null, due: point.due ? Date.parse(point.due) : null }, fresh)
      },
      drop: number => { points.delete(number); made.cases.remove(number) },
      clear: () => { points.clear(); made.cases.clear() },
      move: thing => made.moving.set({ id: thing.id, longitude: thing.longitude, latitude: thing.latitude,
        state: thing.kind === 'VEHICLE' && thing.state === 'MOVING' ? 4 : STATES[thing.state] }),
      clock: (business, rate) => { made.cases.clock = { business, at: performance.now(), rate } },
      drawn: () => made.refresh(),
    }
  }

  function only(lamp: number, stage: string): void {
    if (!map.value) return
    map.value.cases.only = { lamp, stage: stage ? stageNumber(stage) : -1 }
    map.value.refresh()
  }

  /** Each theme lights the map its own way. */
  function dress(theme: string, figures: Figures | null): void {
    const made = map.value
    if (!made) return
    made.cases.heated = theme === 'hot-spots'
    made.showSpots(theme === 'hot-spots' ? figures?.hotSpots ?? [] : [])
    made.showMoving(theme !== 'hot-spots' && theme !== 'evaluation')
    if (theme !== 'evaluation') made.shade(new Map(), 0)
    made.refresh()
  }

  watch(map, (_, before) => before?.close())
  onBeforeUnmount(() => {
    clearInterval(gliding)
    map.value?.close()
  })
  return { map, tip, cameras: known, points, start, clouds, only, dress }
}
