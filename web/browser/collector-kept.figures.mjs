// Figure of the field: so many reports with so many photos written without a network, the app killed, then sent.
// node web/browser/collector-kept.figures.mjs [reports] [photos]
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { PHONE, photo, ROOT, speaker } from './field.mjs'
import { startServer } from './server.mjs'

const REPORTS = Number(process.argv[2] ?? 50)
const PHOTOS = Number(process.argv[3] ?? 5)
const server = await startServer()
const { api } = speaker(server)
const settings = await api('administrator-1', '/api/collection/settings')
await fetch(`${server.base}/api/collection/settings`, { method: 'PUT', body: JSON.stringify({ ...settings, photosMost: 9 }), headers: { 'Content-Type': 'application/json',
  'Idempotency-Key': crypto.randomUUID(), Authorization: `Bearer ${(await (await fetch(`${server.base}/api/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ platform: 'luoyang', account: 'administrator-1', password: server.password('luoyang', 'administrator-1') }) })).json()).token}` } })
const files = Array.from({ length: PHOTOS }, (_, n) => photo(`kept-${n}`, 880 + n))
const context = await chromium.launchPersistentContext(mkdtempSync(join(ROOT, 'phone-')), { ...PHONE, executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'] })
context.setDefaultTimeout(120_000)
let page = await context.newPage()
await page.goto(`${server.base}/collector/`)
await page.locator('input[name=account]').fill('collector-1')
await page.locator('input[name=password]').fill(server.password('luoyang', 'collector-1'))
await page.getByRole('button', { name: '登录', exact: true }).click()
await page.getByRole('button', { name: '＋ 上报问题' }).waitFor()
await page.waitForFunction(() => localStorage.getItem('jingwei.synced') !== null)
await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
await context.setOffline(true)
const begun = Date.now()
for (let n = 0; n < REPORTS; n++) {
  await page.goto(`${server.base}/collector/`)
  await page.getByRole('button', { name: '＋ 上报问题' }).click()
  for (const [at, file] of files.entries()) {
    await page.getByLabel(['拍近景', '拍远景', '拍参照物'][at % 3], { exact: true }).setInputFiles(file)
    await page.locator('figure img').nth(at).waitFor()
  }
  await page.getByLabel('查找类别').fill('路灯')
  await page.getByRole('button', { name: '路灯', exact: true }).click()
  await page.locator('fieldset button').first().click()
  await page.getByLabel('问题描述').fill(`离线第 ${n + 1} 件`)
  if (await page.getByText('尚未选定位置').isVisible()) await page.getByRole('button', { name: '用当前定位' }).click()
  await page.getByText(/已存本机/).first().waitFor()
  await page.getByRole('button', { name: '上报', exact: true }).click()
  await page.getByText('没有网络，内容都在本机').waitFor()
}
const written = Date.now()
const { usage } = await page.evaluate(() => navigator.storage.estimate())
await page.close()
page = await context.newPage()
await page.goto(`${server.base}/collector/boxes`)
await page.getByRole('tab', { name: new RegExp(`待发\\s*${REPORTS}`) }).waitFor()
await context.setOffline(false)
const online = Date.now()
await page.getByRole('tab', { name: new RegExp(`已发\\s*${REPORTS}`) }).waitFor({ timeout: 1_200_000 })
const sent = Date.now()
const cases = (await api('operator-1', `/api/cases?text=${encodeURIComponent('离线第')}&size=200`)).cases
const photos = await Promise.all(cases.map(async each => (await api('operator-1', `/api/cases/${each.number}`)).reported.evidence.length))
console.log(JSON.stringify({ figure: 'kept without a network', reports: REPORTS, photos: REPORTS * PHOTOS, megabytesOnThePhone: Math.round(usage / 1e6),
  secondsWriting: Math.round((written - begun) / 1000), secondsSending: Math.round((sent - online) / 1000), cases: cases.length,
  distinctDescriptions: new Set(cases.map(each => each.description)).size, photosOnCases: photos.reduce((sum, each) => sum + each, 0) }))
await context.close()
await server.stop()
