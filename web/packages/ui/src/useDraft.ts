import { onBeforeUnmount, watch, type Ref } from 'vue'

const PREFIX = 'jingwei.draft.'
const KEPT_DAYS = 3

/** 草稿: what is typed outlives a lost session, a lost network and a closed window; kept in this browser for three days. */
export function keepDraft<T>(key: () => string, value: Ref<T>, delay = 400): { forget: () => void, restore: () => boolean } {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    clearTimeout(waiting)
    try {
      localStorage.setItem(PREFIX + key(), JSON.stringify({ at: Date.now(), value: value.value }))
    } catch {
      // A full store loses the draft, not the page.
    }
  }
  const stop = watch(value, () => {
    clearTimeout(waiting)
    waiting = setTimeout(write, delay)
  }, { deep: true })
  onBeforeUnmount(() => {
    if (waiting) write()
    stop()
  })
  return {
    forget() {
      clearTimeout(waiting)
      waiting = undefined
      localStorage.removeItem(PREFIX + key())
    },
    restore() {
      const kept = readDraft<T>(key())
      if (kept === undefined) return false
      value.value = kept
      return true
    },
  }
}

export function readDraft<T>(key: string, now = Date.now()): T | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as { at: number, value: T } | null
    if (kept && now - kept.at < KEPT_DAYS * 86_400_000) return kept.value
  } catch {
    // What cannot be read is no draft.
  }
  localStorage.removeItem(PREFIX + key)
  return undefined
}

export function writeDraft(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), value }))
  } catch {
    // As above.
  }
}

export const forgetDraft = (key: string): void => localStorage.removeItem(PREFIX + key)
