import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'
import { manualPages } from './manualPages'

/** Every browser we serve reads woff2; the older copies would double the fonts we ship. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform(code, id) {
    return id.includes('@fontsource') && id.endsWith('.css')
      ? code.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '')
      : undefined
  },
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/office/',
  plugins: [woff2Only, manualPages, vue()],
  build: {
    outDir: fileURLToPath(new URL('../../dist/office', import.meta.url)),
    emptyOutDir: true,
    // The server's Content-Security-Policy allows no data: address for fonts and scripts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  server: { fs: { allow: ['../../..'] }, proxy: { '/api': `http://localhost:${process.env.JINGWEI_PORT ?? '8080'}` } },
})
