import { ask, query } from '@jingwei/api'
import { ref } from 'vue'
import { refreshTasks, tasks } from './tasks'

export interface Note { id: string, text: { zh: string, en: string }, link?: string, madeAt: string, readAt?: string }

export const notes = ref<Note[]>([])
let stream: EventSource | null = null
let sound: AudioContext | null = null

/** 声音和振动: two tones and a shake that gloves and traffic do not hide. */
export function alarm(): void {
  navigator.vibrate?.([300, 120, 300, 120, 500])
  try {
    sound ??= new AudioContext()
    for (const [n, pitch] of [880, 1175, 880, 1175].entries()) {
      const tone = sound.createOscillator()
      const volume = sound.createGain()
      tone.frequency.value = pitch
      volume.gain.value = 0.4
      tone.connect(volume).connect(sound.destination)
      tone.start(sound.currentTime + n * 0.22)
      tone.stop(sound.currentTime + n * 0.22 + 0.18)
    }
  } catch {
    // A browser that plays nothing before the first touch still shakes and shows.
  }
}

/** Listens for notices; a new one sounds, and the tasks are read again. */
export function hearNotices(): void {
  void loadNotes()
  if (stream && stream.readyState !== EventSource.CLOSED) return
  stream = new EventSource('/api/notices/stream')
  stream.addEventListener('notice', () => {
    alarm()
    void loadNotes()
    void refreshTasks().catch(() => undefined)
  })
}

const told = new Map<string, number>()

/** 0 in good time, 1 soon overdue (the clock turned yellow), 2 overdue. */
export function urgency(now: number, yellowAt?: string | null, due?: string | null): 0 | 1 | 2 {
  if (due && now >= Date.parse(due)) return 2
  return yellowAt && now >= Date.parse(yellowAt) ? 1 : 0
}

/** 即将超时、已超时: each rings once, without a network too (DEV-07). */
export function watchDue(now: number): void {
  for (const { line, view } of tasks.value) {
    const grade = urgency(now, view.clock?.yellowAt, line.due)
    const before = told.get(line.number)
    told.set(line.number, grade)
    if (before !== undefined && grade > before) alarm()
  }
}

export async function loadNotes(): Promise<void> {
  const page = await ask<{ notices: Note[] }>('GET', `/api/notices${query({})}`)
  notes.value = page.notices.slice(0, 50)
}

export async function markRead(note: Note): Promise<void> {
  if (note.readAt) return
  await ask('POST', `/api/notices/${note.id}/read`)
  note.readAt = new Date().toISOString()
}
