import { say } from '@jingwei/ui/language'
import { ask, Refused } from '@jingwei/api'
import { ref } from 'vue'
import { addTrack, dropTrack, isOpen, oldestTrack } from '../kept/store'

export interface Fix { at: string, longitude: number, latitude: number, accuracy: number, speed?: number, battery?: number }

export const lastFix = ref<Fix | null>(null)
export const positionTrouble = ref('')
/** Nothing is kept off duty: the switch stands with the attendance. */
let keeping = false
let every = 30
let watching: number | undefined
let kept = 0

export function watchPosition(): void {
  if (watching !== undefined || !('geolocation' in navigator)) return
  watching = navigator.geolocation.watchPosition(heard, error => {
    positionTrouble.value = error.code === error.PERMISSION_DENIED ? say('未允许定位，请在手机设置中允许', 'allow the position in the phone’s settings') : say('暂无定位', 'no fix')
  }, { enableHighAccuracy: true, maximumAge: 5000, timeout: 30_000 })
}

export function keepTrack(onDuty: boolean, seconds: number): void {
  keeping = onDuty
  every = seconds
}

async function heard(found: GeolocationPosition): Promise<void> {
  positionTrouble.value = ''
  const { longitude, latitude, accuracy, speed } = found.coords
  lastFix.value = { at: new Date(found.timestamp).toISOString(), longitude, latitude, accuracy, speed: speed ?? undefined }
  const now = Date.now()
  if (!keeping || !isOpen() || now - kept < every * 1000) return
  kept = now
  await addTrack(now, { ...lastFix.value, battery: await battery() })
  await sendTrack()
}

async function battery(): Promise<number | undefined> {
  const asked = navigator as Navigator & { getBattery?: () => Promise<{ level: number }> }
  return asked.getBattery ? Math.round((await asked.getBattery()).level * 100) : undefined
}

/** Sends what waits, the oldest first; what the server has, leaves the phone. */
export async function sendTrack(): Promise<void> {
  if (!isOpen()) return
  for (;;) {
    const { numbers, values } = await oldestTrack<Fix>(500)
    if (numbers.length === 0) return
    try {
      await ask('POST', '/api/collection/positions', { body: { sentAt: new Date().toISOString(), positions: values } })
    } catch (error) {
      if (error instanceof Refused && error.problem.status >= 400 && error.problem.status < 500
        && ![401, 429].includes(error.problem.status)) {
        await dropTrack(numbers)
        continue
      }
      return
    }
    await dropTrack(numbers)
  }
}
