import { inLanguage, type Language } from './language'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const FORM = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
})

/** A moment as a Chinese office writes it, Beijing time whatever the machine's zone: `2026-11-24 09:30`. */
export function moment(text: string | null | undefined): string {
  if (!text) return '—'
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? '—' : FORM.format(at)
}

/** The day of a moment, Beijing time: `2026-11-24`. */
export const dayOf = (text: string | null | undefined): string => moment(text).slice(0, 10)

/** A span in its two largest units, never "0 分": `3 天 4 时`, `2 时 15 分`, `不到 1 分`. */
export function span(milliseconds: number, language: Language): string {
  const whole = Math.floor(Math.abs(milliseconds) / MINUTE) * MINUTE
  const days = Math.floor(whole / DAY)
  const hours = Math.floor((whole % DAY) / HOUR)
  const minutes = Math.floor((whole % HOUR) / MINUTE)
  const part = (amount: number, zh: string, en: string) => (amount === 0 ? '' : `${amount} ${inLanguage(language, zh, en)}`)
  const parts = days > 0
    ? [part(days, '天', 'd'), part(hours, '时', 'h')]
    : [part(hours, '时', 'h'), part(minutes, '分', 'min')]
  return parts.filter(Boolean).join(' ') || inLanguage(language, '不到 1 分', 'less than 1 min')
}

/** How long until due, as people say it: `还剩 2 时 15 分`, `超时 3 分`. Clock time, not working time. */
export function remaining(due: string | null | undefined, now: number, language: Language): string {
  if (!due) return inLanguage(language, '不计时', 'no limit')
  const left = new Date(due).getTime() - now
  return left < 0
    ? inLanguage(language, '超时 ', 'overdue by ') + span(left, language)
    : inLanguage(language, '还剩 ', '') + span(left, language) + inLanguage(language, '', ' left')
}

/** How long until due, as the server's work calendar counts it: `还剩 2 工作时 15 分`, `超时 3 分`. */
export function leftWords(left: { words: { zh: string, en: string } } | null | undefined, language: Language): string {
  return left ? left.words[language] : inLanguage(language, '不计时', 'no limit')
}

/** Business time now, from the last answer of the platform's clock; it runs `rate` times as fast as the wall clock. */
export function businessNow(clock: { now: string, rate: number }, askedAt: number, wallNow: number): number {
  return new Date(clock.now).getTime() + (wallNow - askedAt) * clock.rate
}
