import { speaker } from '@jingwei/api'
import { inLanguage, type Language } from '@jingwei/domain'
import { ref, watch } from 'vue'

const KEPT = 'jingwei.language'
/* Outside a browser (a unit test) nothing is remembered and there is no page to label. */
const memory = globalThis.localStorage as Storage | undefined
const page = globalThis.document as Document | undefined

/** The reader's language: Chinese unless this browser remembers the other choice. */
export const language = ref<Language>(memory?.getItem(KEPT) === 'en' ? 'en' : 'zh')

watch(language, chosen => {
  memory?.setItem(KEPT, chosen)
  speaker.language = chosen
  if (page) page.documentElement.lang = chosen === 'en' ? 'en' : 'zh-CN'
}, { immediate: true, flush: 'sync' })

/** Says a text in the reader's language; templates that call it follow the switch. */
export const say = (zh: string, en: string): string => inLanguage(language.value, zh, en)
