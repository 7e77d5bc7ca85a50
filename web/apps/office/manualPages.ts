import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { marked } from 'marked'
import type { Plugin } from 'vite'

const ASKED = '?manual'

/** 操作手册: pages of docs/manual become HTML when the app is built, their pictures files of the app; the browser parses nothing. */
export const manualPages: Plugin = {
  name: 'manual-pages',
  enforce: 'pre',
  load(id) {
    if (!id.endsWith(`.md${ASKED}`)) return undefined
    const file = id.slice(0, -ASKED.length)
    this.addWatchFile(file)
    const pictures: string[] = []
    const html = (marked.parse(readFileSync(file, 'utf8'), { async: false }) as string).replaceAll(/src="(pictures\/[\w-]+\.(?:png|jpg))"/g, (_, picture: string) => {
      const taken = resolve(dirname(file), picture)
      // Pictures are taken by the browser tests of a built app: before the first of them there is only the text.
      if (!existsSync(taken)) return 'hidden'
      pictures.push(taken)
      return `loading="lazy" src="\u0000${pictures.length - 1}\u0000"`
    })
    const parts = html.split('\u0000')
    const said = parts.map((part, index) => (index % 2 ? `p${part}` : JSON.stringify(part))).join(' + ')
    return `${pictures.map((picture, index) => `import p${index} from ${JSON.stringify(`${picture}?url`)}`).join('\n')}\nexport default ${said}\n`
  },
}
