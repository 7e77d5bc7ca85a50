import { computed, onBeforeUnmount, ref, type Ref } from 'vue'
import { schemes, THEMES, type Scheme, type Turn } from '../situation/situation'

/** What a theme shows beside the map, the most wanted first; a wide wall shows more of it. */
export const PANELS: Record<string, { left: string[], right: string[] }> = {
  'overview': { left: ['lights', 'trend', 'classes', 'sources', 'streets', 'grades'], right: ['units', 'live', 'hot', 'moving', 'counties'] },
  'collection': { left: ['moving', 'sources', 'trend', 'lights'], right: ['live', 'streets', 'classes', 'hot'] },
  'handling': { left: ['lights', 'states', 'trend', 'streets'], right: ['units', 'live', 'classes', 'sources'] },
  'hot-spots': { left: ['hot', 'classes', 'trend', 'sources'], right: ['streets', 'live', 'units', 'lights'] },
  'evaluation': { left: ['grades', 'units', 'trend'], right: ['streets', 'lights', 'classes', 'live'] },
  'counties': { left: ['counties', 'trend', 'lights', 'streets'], right: ['units', 'live', 'classes', 'sources'] },
}
export const WEIGHT: Record<string, number> = { lights: 0.72, trend: 0.95, sources: 0.8, counties: 0.9, moving: 1.1, grades: 1.05, units: 1.1, live: 1.15 }

const USUAL: Turn[] = THEMES.slice(0, 5).map(([theme]) => ({ theme, seconds: 30 }))

/** 轮播: turns from theme to theme as the scheme says for this screen, or through all of them where none is chosen. */
export function usePatrol(theme: Ref<string>, go: (theme: string) => void, wanted: { scheme: string, screen: number, on: boolean }) {
  const known = ref<Scheme[]>([])
  const on = ref(wanted.on)
  const part = ref(0)
  const chosen = ref(wanted.scheme)
  const screen = ref(wanted.screen)
  const scheme = computed(() => known.value.find(one => one.id === chosen.value))
  const turns = computed(() => scheme.value?.screens[screen.value - 1]?.turns ?? USUAL)
  let began = performance.now()

  const load = async () => {
    known.value = await schemes()
    if (wanted.scheme && scheme.value) begin(chosen.value, screen.value)
  }
  /** Shows what the scheme has for this screen; with one theme it stands. */
  function begin(id: string, number: number): void {
    chosen.value = id
    screen.value = number
    began = performance.now()
    const first = turns.value[0]
    if (first) go(first.theme)
    on.value = turns.value.length > 1
  }
  const ticking = setInterval(() => {
    if (!on.value) return
    const at = Math.max(0, turns.value.findIndex(turn => turn.theme === theme.value))
    const stay = (turns.value[at]?.seconds || 30) * 1000
    part.value = Math.min(1, (performance.now() - began) / stay)
    if (part.value < 1) return
    began = performance.now()
    part.value = 0
    go(turns.value[(at + 1) % turns.value.length]!.theme)
  }, 500)
  onBeforeUnmount(() => clearInterval(ticking))
  const toggle = () => {
    on.value = !on.value
    began = performance.now()
  }
  const name = computed(() => (scheme.value ? `${scheme.value.name} · ${scheme.value.screens[screen.value - 1]?.name ?? screen.value}` : ''))
  return { known, on, part, name, load, begin, toggle }
}
