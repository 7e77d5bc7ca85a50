import type { ActField, CasePart, Evidence, Particulars, Point, Reporter } from '@jingwei/api'

/** What is typed into an act's form, by the key of the field; kept until the act succeeds. */
export interface Draft {
  [key: string]: unknown
  evidence?: Evidence[]
  parts?: CasePart[]
  point?: Partial<Point> | null
  reporter?: Reporter
}

function given(value: unknown): boolean {
  if (value === undefined || value === null) return false
  if (typeof value === 'string') return value.trim() !== ''
  return Array.isArray(value) ? value.length > 0 : true
}

function placed(value: Partial<Point> | null | undefined): Point | undefined {
  const { longitude, latitude } = value ?? {}
  return typeof longitude === 'number' && typeof latitude === 'number' && Number.isFinite(longitude) && Number.isFinite(latitude)
    ? { longitude, latitude }
    : undefined
}

function asSent(key: string, value: unknown): unknown {
  switch (key) {
    case 'point':
      return placed(value as Partial<Point> | null)
    case 'parts':
      return (value as CasePart[]).filter(part => part.unit || part.opinion.trim())
    case 'until':
      return new Date(value as string).toISOString()
    case 'reporter': {
      const who = value as Reporter
      return who.name?.trim() || who.phone?.trim() ? { ...who, wantsReply: who.wantsReply === true } : undefined
    }
    default:
      return typeof value === 'string' ? value.trim() : value
  }
}

/** The particulars of a submission: only the act's own fields, and of those only what was given. */
export function toParticulars(fields: ActField[], draft: Draft): Particulars {
  const said: Record<string, unknown> = {}
  for (const { key } of fields) {
    const value = draft[key]
    const sent = given(value) ? asSent(key, value) : undefined
    if (given(sent)) said[key] = sent
  }
  return said as Particulars
}

/** Names of the required fields that were left out. */
export function left(fields: ActField[], draft: Draft): ActField[] {
  const said = toParticulars(fields, draft) as Record<string, unknown>
  return fields.filter(field => field.required && said[field.key] === undefined)
}
