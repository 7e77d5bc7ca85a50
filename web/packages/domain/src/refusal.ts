import { inLanguage, type Language } from './language'

export interface RefusalShown {
  title: string
  detail?: string | null
  clause?: string | null
  whoCould?: string[]
  missing?: string[]
}

/** The lines under a refusal's title: what to do, why (article or clause), who could, what is missing. */
export function refusalLines(refusal: RefusalShown, language: Language): string[] {
  const joined = (words: string[]) => words.join(inLanguage(language, '、', ', '))
  const lines: string[] = []
  if (refusal.detail) lines.push(refusal.detail)
  if (refusal.clause) lines.push(inLanguage(language, '依据：', 'Clause: ') + refusal.clause)
  if (refusal.whoCould?.length) lines.push(inLanguage(language, '可以办理的岗位：', 'Who could: ') + joined(refusal.whoCould))
  if (refusal.missing?.length) lines.push(inLanguage(language, '缺少：', 'Missing: ') + joined(refusal.missing))
  return lines
}
