export type Language = 'zh' | 'en'

/** One of two texts, by language. */
export const inLanguage = (language: Language, zh: string, en: string): string => (language === 'en' ? en : zh)
