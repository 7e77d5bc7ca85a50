import { ask } from '@jingwei/api'
import { ref, shallowRef, watch } from 'vue'
import { permissions, post } from './useSignedIn'

export interface Alarm { code: string, grave: boolean, what: { zh: string, en: string }, remedy: { zh: string, en: string } }

/** 告警 of the platform; null before they were asked for. Only the system administrator is told. */
export const alarms = shallowRef<Alarm[] | null>(null)
export const alarmError = ref<unknown>(null)
const EVERY_MS = 60_000
let timer: ReturnType<typeof setInterval> | undefined

export async function askAlarms(): Promise<void> {
  try {
    alarms.value = await ask<Alarm[]>('GET', '/api/alarms')
    alarmError.value = null
  } catch (refused) {
    alarmError.value = refused
  }
}

/** Asks now and every minute, for as long as the post in use looks after the platform. */
export function useAlarms() {
  watch([post, permissions], () => {
    clearInterval(timer)
    if (!permissions.value.includes('PLATFORM_EDIT')) {
      alarms.value = null
      return
    }
    void askAlarms()
    timer = setInterval(() => void askAlarms(), EVERY_MS)
  }, { immediate: true })
  return alarms
}
