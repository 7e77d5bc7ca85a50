import type { ClassView } from '@jingwei/api'

/** The code of a case's class as the lists write it, `component-0101`, whichever way the case carries it. */
export function codeOf(carried: unknown, name: string | undefined, known: ClassView[]): string {
  if (typeof carried === 'string') return carried
  if (carried && typeof carried === 'object') {
    const { kind, minor, code } = carried as { kind?: string, minor?: string, code?: string }
    const number = minor ?? code
    if (kind && number) return `${kind.toLowerCase()}-${number}`
  }
  return known.find(one => one.name === name || one.nameEn === name)?.code ?? ''
}
