// The desk of letters in a real browser: the hosted county's line, cut and mended by its administrator; its correspondence; the settings.
// @Requirement("EXC-07")
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { chromium } from 'playwright-core'
import { startServer } from './server.mjs'

const PICTURES = resolve(import.meta.dirname, '../../target/pictures')
const POINT = { longitude: 112.1402, latitude: 34.7251 }
let server
let browser

before(async () => {
  mkdirSync(PICTURES, { recursive: true })
  process.env.JINGWEI_DEMO_COUNTY = 'on'
  server = await startServer()
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'] })
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

async function signedIn(account) {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })).newPage()
  page.setDefaultTimeout(90_000)
  page.faults = []
  page.on('pageerror', fault => page.faults.push(String(fault)))
  await page.goto(`${server.base}/office/`)
  await page.locator('input[name=account]').fill(account)
  await page.locator('input[name=password]').fill(server.password('luoyang', account))
  await page.locator('input[name=password]').press('Enter')
  await page.getByRole('navigation').first().waitFor()
  return page
}

async function call(account, method, path, body) {
  const session = await fetch(`${server.base}/api/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ platform: 'luoyang', account, password: server.password('luoyang', account) }) }).then(answer => answer.json())
  const answer = await fetch(`${server.base}${path}`, { method, body: body && JSON.stringify(body), headers: {
    'Content-Type': 'application/json', 'Authorization': `Bearer ${session.token}`, 'Idempotency-Key': crypto.randomUUID() } })
  assert.ok(answer.ok, `${path}: ${answer.status}`)
  return answer.json()
}

test('a line is cut and mended, and the letters go on', async () => {
  const page = await signedIn('administrator-1')
  await page.goto(`${server.base}/office/exchange`)
  await page.getByText('新安县').first().waitFor()
  await page.getByRole('button', { name: '断开线路' }).click()
  await page.getByText('已断开').first().waitFor()
  const begun = await call('command-gateway-1', 'POST', '/api/cases', { act: 'import', particulars: { description: '世纪路路灯不亮',
    classCode: 'component-0118', condition: 1, point: POINT, number: 'JT-1' } })
  await call('dispatcher-1', 'POST', `/api/cases/${begun.number}/acts`, { act: 'transfer', particulars: { unit: 'xinan-platform', opinion: '请尽快处置' } })
  await page.waitForFunction(() => [...document.querySelectorAll('dl div')].some(each => /^待发[1-9]/.test(each.textContent ?? '')))
  await page.screenshot({ path: join(PICTURES, 'exchange-cut.png') })
  await page.getByRole('button', { name: '接通线路' }).click()
  await page.getByText('畅通').first().waitFor()
  await page.getByRole('button', { name: '联通测试' }).click()
  await page.getByText('线路可达，回执签名为对方所签').waitFor()
  await page.screenshot({ path: join(PICTURES, 'exchange-line.png'), fullPage: true })

  const desk = await signedIn('dispatcher-1')
  await desk.goto(`${server.base}/office/exchange/cases?number=${begun.number}`)
  await desk.getByRole('region', { name: '往来信件' }).getByText('交办').first().waitFor()
  for (let tries = 0; tries < 40 && !await desk.getByText('业务答复').first().isVisible(); tries++) {
    await desk.reload()
    await desk.getByRole('region', { name: '往来信件' }).waitFor()
  }
  await desk.getByText('业务答复').first().waitFor()
  await desk.screenshot({ path: join(PICTURES, 'exchange-conversation.png'), fullPage: true })
  await desk.goto(`${server.base}/office/exchange/letters`)
  await desk.getByRole('button', { name: '发件箱' }).click()
  await desk.getByRole('cell', { name: '交办' }).first().waitFor()
  await desk.screenshot({ path: join(PICTURES, 'exchange-letters.png') })

  await page.goto(`${server.base}/office/exchange/settings`)
  await page.getByText('交换规则').waitFor()
  await page.getByLabel('发送心跳').uncheck()
  await page.reload()
  await page.getByText('交换规则').waitFor()
  await page.waitForFunction(() => document.querySelector('input[aria-label="发送心跳"]')?.checked === false)
  await page.screenshot({ path: join(PICTURES, 'exchange-settings.png'), fullPage: true })
  assert.deepEqual([...page.faults, ...desk.faults], [])
})
