// Figures of the wall in a real browser with software rendering: frames while panning, blocked main thread, load and updates.
// Run by server/src/test/java/jingwei/situation/WallForFigures.java, which brings the server with its cases and walkers.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'

const [base, password] = process.argv.slice(2)
const PICTURES = resolve(import.meta.dirname, '../../target/pictures')
mkdirSync(PICTURES, { recursive: true })
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'] })
const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' })
const page = await context.newPage()
page.setDefaultTimeout(120_000)
await page.addInitScript(() => {
  globalThis.tasks = []
  new PerformanceObserver(list => { for (const one of list.getEntries()) globalThis.tasks.push(Math.round(one.duration)) }).observe({ type: 'longtask', buffered: true })
})
await page.goto(`${base}/screen/`)
await page.locator('input[name=account]').fill('leader-1')
await page.locator('input[name=password]').fill(password)
const began = Date.now()
await page.locator('input[name=password]').press('Enter')
await page.locator('.key').waitFor()
await page.waitForFunction(() => document.querySelector('[data-state=open]'))
console.log(`loaded and live after ${Date.now() - began} ms, long tasks while loading: ${JSON.stringify(await page.evaluate(() => tasks.splice(0)))}`)
await page.waitForFunction(() => performance.getEntriesByType('resource').some(one => one.name.includes('/stream')))
await page.evaluate(() => new Promise(done => { let n = 0; const next = () => (++n < 60 ? requestAnimationFrame(next) : done()); next() }))
await page.evaluate(() => tasks.splice(0))

/** Drags the map about for so many strokes and counts frames. */
async function pan(strokes) {
  await page.evaluate(() => {
    globalThis.frames = []
    globalThis.counting = true
    const next = at => { frames.push(at); if (counting) requestAnimationFrame(next) }
    requestAnimationFrame(next)
  })
  for (let n = 0; n < strokes; n++) {
    const to = n % 2 ? 1 : -1
    await page.mouse.move(960, 520)
    await page.mouse.down()
    for (let step = 1; step <= 40; step++) await page.mouse.move(960 + to * step * 6, 520 + to * step * 2)
    await page.mouse.up()
  }
  return page.evaluate(() => {
    counting = false
    const gaps = frames.slice(1).map((at, i) => at - frames[i]).sort((a, b) => a - b)
    const span = (frames.at(-1) - frames[0]) / 1000
    return { frames: frames.length, seconds: +span.toFixed(1), perSecond: +((frames.length - 1) / span).toFixed(1), p95: Math.round(gaps[Math.floor(gaps.length * 0.95)]), worst: Math.round(gaps.at(-1)), longTasks: tasks.splice(0) }
  })
}
console.log('panning, overview:', JSON.stringify(await pan(12)))
await page.screenshot({ path: join(PICTURES, 'screen-50000.png') })
await page.mouse.move(960, 520)
for (let n = 0; n < 2; n++) await page.mouse.wheel(0, -400)
console.log('panning, nearer:', JSON.stringify(await pan(8)))
console.log('ten seconds at rest, long tasks:', JSON.stringify(await page.evaluate(() => new Promise(done => {
  const began = performance.now()
  const next = () => (performance.now() - began < 10_000 ? requestAnimationFrame(next) : done(tasks.splice(0)))
  next()
}))))
await page.locator('nav button', { hasText: '热点高发' }).click()
console.log('panning, hot spots:', JSON.stringify(await pan(6)))
await page.screenshot({ path: join(PICTURES, 'screen-50000-hot.png') })
await browser.close()
