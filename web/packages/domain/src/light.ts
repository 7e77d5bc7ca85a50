import { inLanguage, type Language } from './language'

/** 亮灯 as it is shown: a color, a shape and a word, so that the color is never the only sign. */
export type Lamp = 'GREEN' | 'YELLOW' | 'RED' | 'HELD' | 'NONE'

export interface LampLook { color: string, ink: string, sign: string, zh: string, en: string }

export const LAMPS: Record<Lamp, LampLook> = {
  GREEN: { color: '#2e8b57', ink: '#1d6b3f', sign: '●', zh: '正常', en: 'on time' },
  YELLOW: { color: '#e0a100', ink: '#7a5600', sign: '▲', zh: '将到期', en: 'due soon' },
  RED: { color: '#c62828', ink: '#a31515', sign: '◆', zh: '超时', en: 'overdue' },
  HELD: { color: '#6b5b95', ink: '#51447a', sign: '‖', zh: '挂账', en: 'on hold' },
  NONE: { color: '#7a8794', ink: '#55606b', sign: '○', zh: '不计时', en: 'no clock' },
}

/** The lamp of a case; a held case's clocks stand still, so it shows no light of its own. */
export function lampOf(light: string | null | undefined, held: boolean): Lamp {
  if (held) return 'HELD'
  return light === 'GREEN' || light === 'YELLOW' || light === 'RED' ? light : 'NONE'
}

export const lampWord = (lamp: Lamp, language: Language): string => inLanguage(language, LAMPS[lamp].zh, LAMPS[lamp].en)
