import { onBeforeUnmount, ref, shallowRef, triggerRef } from 'vue'
import { casesPage, STAGES, type Figures, type Thing, type WallPoint } from './situation'
import { WallStream } from './stream'

export interface Clouds {
  put: (point: WallPoint, fresh: boolean) => void
  drop: (number: string) => void
  clear: () => void
  move: (thing: Thing) => void
  clock: (business: number, rate: number) => void
  drawn: () => void
}

/** 实时: loads the open cases, then follows the pushes; hands every change to whoever draws, without making lists reactive. */
export function useLive(clouds: () => Clouds | null, sessionEnded: () => void) {
  const figures = shallowRef<Figures | null>(null)
  const things = shallowRef(new Map<string, Thing>())
  const state = ref<'opening' | 'open' | 'lost'>('opening')
  const lostAt = ref(0)
  const loaded = ref(0)
  const failed = shallowRef<unknown>(null)
  let stream: WallStream | null = null
  let stopping = false
  let clock = { business: Date.now(), at: performance.now(), rate: 1 }

  const businessNow = () => clock.business + (performance.now() - clock.at) * clock.rate
  const setClock = (now: string, rate: number) => {
    clock = { business: Date.parse(now), at: performance.now(), rate }
    clouds()?.clock(clock.business, rate)
  }

  async function load(): Promise<number> {
    const all = clouds()
    all?.clear()
    loaded.value = 0
    let after: string | null = null
    let seq: number | null = null
    do {
      const page: Awaited<ReturnType<typeof casesPage>> = await casesPage(after)
      seq ??= page.seq
      for (const point of page.cases) all?.put(point, false)
      loaded.value += page.cases.length
      all?.drawn()
      after = page.next ?? null
    } while (after && !stopping)
    return seq ?? 0
  }

  function heard(name: string, text: string): void {
    const said = JSON.parse(text)
    if (name === 'cases') {
      for (const point of said.cases as WallPoint[]) {
        if (point.ended) clouds()?.drop(point.number)
        else clouds()?.put(point, true)
      }
    } else if (name === 'figures') {
      figures.value = said
      setClock(said.now, said.rate)
    } else if (name === 'moving') {
      for (const thing of said as Thing[]) {
        things.value.set(thing.id, thing)
        clouds()?.move(thing)
      }
      triggerRef(things)
    } else if (name === 'beat') setClock(said.now, said.rate)
    else if (name === 'reset') void again()
    clouds()?.drawn()
  }

  /** Too far behind, or the database is another one: everything anew. */
  async function again(): Promise<void> {
    stream?.stop()
    await start()
  }

  async function start(): Promise<void> {
    for (let wait = 500; !stopping; wait = Math.min(wait * 2, 8_000)) {
      try {
        const seq = await load()
        failed.value = null
        stream = new WallStream('/api/situation/stream', {
          event: heard,
          open: () => { state.value = 'open'; lostAt.value = 0 },
          lost: () => { if (state.value !== 'lost') { state.value = 'lost'; lostAt.value = Date.now() } },
          ended: sessionEnded,
        })
        if (!stopping) stream.start(seq)
        return
      } catch (error) {
        failed.value = error
        state.value = 'lost'
        lostAt.value ||= Date.now()
        await new Promise(next => setTimeout(next, wait))
      }
    }
  }

  onBeforeUnmount(() => {
    stopping = true
    stream?.stop()
  })
  return { figures, things, state, lostAt, loaded, failed, start, businessNow }
}

export const stageNumber = (stage: string): number => STAGES.indexOf(stage)
