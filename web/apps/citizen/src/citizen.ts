import { Refused } from '@jingwei/api'
import { language } from '@jingwei/ui'

/** 公众上报的契约, spoken without a session: a citizen has none, and a clerk's must not travel with it. */
export interface Offered { code: string; zh: string; en: string; major: string; majorZh: string; majorEn: string }
export interface Front {
  platform: string; name: string; nameEn: string; open: boolean; centerPhone: string; sendsCodes: boolean
  classes: Offered[]; box: number[]
}
export interface Receipt { number: string; code: string; at: string; className: string; confirmed: boolean }
export interface Followed {
  number: string; className: string; words: string; address: string; ended: boolean; gradeable: boolean
  grade?: number; solved?: boolean; photos: string[]; steps: { what: string; at: string; note?: string }[]
}

async function ask<T>(method: string, path: string, body?: BodyInit, type?: string): Promise<T> {
  const headers: Record<string, string> = { 'Accept-Language': language.value === 'en' ? 'en' : 'zh-CN' }
  if (type) headers['Content-Type'] = type
  const answer = await fetch(path, { method, body, headers, credentials: 'omit' })
  const said: unknown = answer.status === 204 || answer.headers.get('Content-Length') === '0' ? undefined : await answer.json()
  if (!answer.ok) throw new Refused(said as ConstructorParameters<typeof Refused>[0])
  return said as T
}

const home = (platform: string) => `/api/citizen/${encodeURIComponent(platform)}`
const json = 'application/json'

export const firstPlatform = async () => (await ask<{ id: string }[]>('GET', '/api/platforms'))[0]?.id ?? ''
export const front = (platform: string) => ask<Front>('GET', home(platform))
export const spot = (platform: string, at: [number, number]) =>
  ask<{ inside: boolean; address: string }>('GET', `${home(platform)}/spot?longitude=${at[0]}&latitude=${at[1]}`)
export const sendPhoto = (platform: string, photo: Blob) => ask<{ hash: string }>('POST', `${home(platform)}/photos`, photo, photo.type)
export const sendCode = (platform: string, phone: string) => ask<void>('POST', `${home(platform)}/codes`, JSON.stringify({ phone }), json)
export const report = (platform: string, body: object) => ask<Receipt>('POST', `${home(platform)}/reports`, JSON.stringify(body), json)
export const follow = (platform: string, number: string, code: string) =>
  ask<Followed>('GET', `${home(platform)}/reports/${encodeURIComponent(number)}?code=${encodeURIComponent(code)}`)
export const grade = (platform: string, number: string, body: object) =>
  ask<Followed>('POST', `${home(platform)}/reports/${encodeURIComponent(number)}/grade`, JSON.stringify(body), json)
export const resultPhoto = (platform: string, number: string, hash: string, code: string) =>
  `${home(platform)}/reports/${encodeURIComponent(number)}/photos/${hash}?code=${encodeURIComponent(code)}`
export const tile = (platform: string, layer: string) => `${home(platform)}/tiles/${layer}/{z}/{x}/{y}.mvt`
