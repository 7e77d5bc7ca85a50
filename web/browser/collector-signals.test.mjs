// What a collector's phone says and hears: a voice note, the ring and the shake of a task, the map that leaves a slow link to reports.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { chromium } from 'playwright-core'
import { picture } from './desk.mjs'
import { PHONE, photo, speaker } from './field.mjs'
import { openLine } from './line.mjs'
import { startServer } from './server.mjs'

const SLOW_MS = 1400
let server, browser, others, line

before(async () => {
  server = await startServer()
  line = await openLine(server)
  others = speaker(server)
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--disable-quic', '--no-first-run', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required'] })
})
after(async () => {
  await browser?.close()
  line?.close()
  await server?.stop()
})

/** A phone whose shakes and tones are written down, as a hand and an ear would notice them. */
async function phone(account) {
  const context = await browser.newContext({ ...PHONE, permissions: ['geolocation', 'microphone'] })
  await context.addInitScript(() => {
    window.shakes = []
    window.tones = 0
    navigator.vibrate = pattern => window.shakes.push(pattern)
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (...when) { window.tones++; return start.apply(this, when) }
  })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto(`${line.base}/collector/`)
  await page.locator('input[name=account]').fill(account)
  await page.locator('input[name=password]').fill(server.password('luoyang', account))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('button', { name: '＋ 上报问题' }).waitFor()
  await page.waitForFunction(() => localStorage.getItem('jingwei.synced') !== null)
  return { context, page }
}

const squaresKept = page => page.evaluate(async () => (await (await caches.open('tiles')).keys()).length)

/** Waits until the phone keeps more squares than that. */
async function moreThan(page, squares) {
  for (const until = Date.now() + 60_000; Date.now() < until;) if (await squaresKept(page) > squares) return
  assert.fail(`never more than ${squares} squares`)
}

// @Requirement({"ACQ-03"})
test('a voice note is recorded on the phone and arrives with the report', async () => {
  const { context, page } = await phone('collector-1')
  await page.getByRole('button', { name: '＋ 上报问题' }).click()
  await page.getByLabel('拍近景', { exact: true }).setInputFiles(photo('spoken', 300))
  await page.locator('figure img').first().waitFor()
  await page.getByLabel('查找类别').fill('路灯')
  await page.getByRole('button', { name: '路灯', exact: true }).click()
  await page.locator('fieldset button').first().click()
  await page.getByLabel('问题描述').fill('语音说明的路灯')
  await page.getByRole('button', { name: '录音说明' }).click()
  await page.getByRole('button', { name: /停止录音 [3-9] 秒/ }).waitFor()
  await page.getByRole('button', { name: /停止录音/ }).click()
  await page.getByText(/录音 1 · \d+ KB/).waitFor()
  await picture(page, 'collector-voice')
  if (await page.getByText('尚未选定位置').isVisible()) await page.getByRole('button', { name: '用当前定位' }).click()
  await page.getByText(/已存本机/).first().waitFor()
  await page.getByRole('button', { name: '上报', exact: true }).click()
  await page.getByRole('tab', { name: /已发\s*1/ }).waitFor()
  const [found] = (await others.api('operator-1', `/api/cases?text=${encodeURIComponent('语音说明的路灯')}&size=5`)).cases
  const { reported } = await others.api('operator-1', `/api/cases/${found.number}`)
  assert.equal(reported.evidence.length, 2, 'the photo and the voice')
  const kinds = await Promise.all(reported.evidence.map(async ({ hash }) => (await fetch(`${server.base}/api/media/${hash}`,
    { headers: { Authorization: `Bearer ${await others.token('operator-1')}` } })).headers.get('Content-Type')))
  assert.ok(kinds.some(kind => kind.startsWith('audio/')), `one of ${kinds} can be heard`)
  await context.close()
})

// @Requirement({"ACQ-06", "DEV-06", "DEV-07"})
test('a task rings and shakes the phone', async () => {
  const { context, page } = await phone('collector-2')
  assert.equal(await page.evaluate(() => window.tones), 0)
  const { number } = await others.api('operator-1', '/api/cases', { act: 'register', particulars: { source: 'HOTLINE', description: '热线反映路灯不亮',
    classCode: 'component-0118', condition: 1, point: { longitude: PHONE.geolocation.longitude, latitude: PHONE.geolocation.latitude } } })
  await others.api('operator-1', `/api/cases/${number}/acts`, { act: 'ask-verify', particulars: { collector: 'collector-2' } })
  await page.waitForFunction(() => window.tones >= 4 && window.shakes.length >= 1)
  await page.getByRole('button', { name: /^1\s*项任务/ }).waitFor()
  await context.close()
})

// @Requirement({"DEV-09", "DEV-18"})
test('the squares of the map wait for a better link, and come by themselves', async () => {
  const { context, page } = await phone('collector-3')
  await page.goto(`${line.base}/collector/me`)
  const again = page.getByRole('button', { name: '立即同步' })
  await again.waitFor()
  await page.evaluate(() => caches.delete('tiles'))
  line.slow(SLOW_MS)
  await again.click()
  await moreThan(page, 0)
  await again.waitFor()
  const few = await squaresKept(page)
  line.slow(0)
  await again.click()
  await moreThan(page, few + 6)
  await again.waitFor()
  const all = await squaresKept(page)
  assert.ok(few <= 12 && all > few + 6, `${few} squares on a slow link, ${all} on a good one`)
  await context.close()
})
