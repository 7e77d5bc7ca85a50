// The land in a real browser: the map of layers, an update with a fault worked through on the map, reviewed by somebody else, published.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { chromium } from 'playwright-core'
import { startServer } from './server.mjs'

const PICTURES = resolve(import.meta.dirname, '../../target/pictures')
let server
let browser

before(async () => {
  mkdirSync(PICTURES, { recursive: true })
  server = await startServer()
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'] })
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

async function signIn(account, faults) {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })).newPage()
  page.setDefaultTimeout(120_000)
  page.on('pageerror', fault => faults.push(String(fault)))
  page.on('console', said => { if (said.text().includes('Content Security Policy')) faults.push(said.text()) })
  await page.goto(`${server.base}/office/`)
  await page.locator('input[name=account]').fill(account)
  await page.locator('input[name=password]').fill(server.password('luoyang', account))
  await page.locator('input[name=password]').press('Enter')
  await page.getByRole('navigation').getByText('图层').first().waitFor()
  return page
}

test('layers, an update and its faults', async () => {
  const faults = []
  const page = await signIn('administrator-1', faults)
  await page.goto(`${server.base}/office/basedata`)
  await page.getByRole('heading', { name: '框架数据' }).waitFor()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(PICTURES, 'basedata-layers.png') })
  await page.getByRole('button', { name: '单元网格的说明' }).click()
  await page.getByText('使用限制').waitFor()

  const folder = mkdtempSync(join(PICTURES, 'file-'))
  const bad = join(folder, '部件.csv')
  const rows = '标识码,名称,经度,纬度\n4103030118980001,路灯,112.4412,34.6701\n'
  writeFileSync(bad, `${rows}4103030118980002,路灯,113.4412,34.6701\n4103030118980003,路灯,112.4409,34.6703\n`)
  await page.goto(`${server.base}/office/basedata/updates`)
  await page.locator('select[name=system]').selectOption('cgcs2000')
  await page.locator('input[name=file]').setInputFiles(bad)
  await page.getByRole('button', { name: '上传并检查' }).click()
  await page.getByText('有差错').waitFor()
  await page.getByText('坐标不在任何单元网格内').click()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(PICTURES, 'basedata-faults.png') })
  await page.getByRole('button', { name: '已处理' }).first().click()
  await page.getByText('检查报告（1/2 已处理）').waitFor()

  const good = join(folder, '部件-改.csv')
  writeFileSync(good, rows)
  await page.goto(`${server.base}/office/basedata/updates`)
  await page.locator('select[name=system]').selectOption('cgcs2000')
  await page.locator('input[name=file]').setInputFiles(good)
  await page.getByRole('button', { name: '上传并检查' }).click()
  await page.getByRole('button', { name: '审核通过' }).waitFor()
  const address = page.url()
  const chief = await signIn('center-chief-1', faults)
  await chief.goto(address)
  await chief.getByRole('button', { name: '审核通过' }).click()
  await chief.getByText('待发布').waitFor()
  await page.reload()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText('已发布').waitFor()
  await page.screenshot({ path: join(PICTURES, 'basedata-published.png') })
  assert.deepEqual(faults, [])
})
