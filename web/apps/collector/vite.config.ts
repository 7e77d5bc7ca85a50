import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { version: string }

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/collector/',
  define: { __VERSION__: JSON.stringify(version) },
  plugins: [
    vue(),
    VitePWA({
      registerType: 'autoUpdate',
      injectRegister: false,
      scope: '/collector/',
      manifest: {
        name: '城管通 · 经纬',
        short_name: '城管通',
        description: '信息采集员的巡查、上报、核实与核查，断网可用',
        lang: 'zh-CN',
        start_url: '/collector/',
        scope: '/collector/',
        display: 'standalone',
        orientation: 'portrait',
        background_color: '#ffffff',
        theme_color: '#0b3a66',
        icons: [
          { src: 'mark-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'mark-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png}'],
        maximumFileSizeToCacheInBytes: 4_000_000,
        navigateFallback: '/collector/index.html',
        // The map's squares stay on the phone; what is private travels encrypted and is kept by the app itself.
        runtimeCaching: [{
          // A square that is asked for by its mark is being brought up to date and goes past the worker.
          urlPattern: ({ url, request }) => url.pathname.startsWith('/api/basemap/tiles/') && !request.headers.has('If-None-Match'),
          handler: 'StaleWhileRevalidate',
          options: { cacheName: 'tiles', expiration: { maxEntries: 4000 }, cacheableResponse: { statuses: [200] } },
        }],
      },
    }),
  ],
  build: {
    outDir: fileURLToPath(new URL('../../dist/collector', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/api': `http://localhost:${process.env.JINGWEI_PORT ?? '8080'}` } },
})
