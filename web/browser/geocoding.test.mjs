// Addresses by words in a real browser: an offset drawn with how it was reached, an honest refusal, a new case placed by its address;
// a list settled by hand.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { launch, picture, signedIn } from './desk.mjs'
import { startServer } from './server.mjs'

let server
let browser

before(async () => {
  server = await startServer()
  browser = await launch()
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

test('the operator says where in words', async () => {
  const page = await signedIn(browser, server, 'operator-1')
  await page.goto(`${server.base}/office/geocoding`)
  const box = page.getByRole('combobox', { name: '地点描述' })
  await box.pressSequentially('中zhou', { delay: 30 })
  await page.getByRole('option').first().waitFor()
  await box.press('ArrowDown')
  assert.equal(await page.getByRole('option').first().getAttribute('aria-selected'), 'true')
  await box.press('Escape')
  await box.fill('中州西路与长安路交叉口向东150米路北')
  await box.press('Enter')
  await page.getByText('偏移推算').first().waitFor()
  await page.getByText('沿中州西路向东150米').first().waitFor()
  await page.locator('canvas').first().waitFor()
  await picture(page, 'geocoding-offset')

  await box.fill('中州西路与不存在路交叉口')
  await box.press('Enter')
  await page.getByText('没有找到：').waitFor()

  await page.goto(`${server.base}/office/cases/new`)
  await page.getByRole('combobox', { name: '地点描述' }).fill('王城公园门口')
  await page.getByRole('combobox', { name: '地点描述' }).press('Enter')
  await page.getByText('单元网格 41').waitFor()
  assert.deepEqual(page.faults, [])
})

test('a list of addresses is answered, and what is doubtful is settled on the map', async () => {
  const page = await signedIn(browser, server, 'administrator-1')
  await page.goto(`${server.base}/office/geocoding/batch`)
  const rows = Array.from({ length: 30 }, (_, i) => `a${i},中州西路与长安路交叉口向东${10 * (i + 1)}米路北,`)
  await page.locator('input[type=file]').setInputFiles({ name: 'hotline.csv', mimeType: 'text/csv',
    buffer: Buffer.from(['id,query,asOf', ...rows, 'b1,中州路,', 'b2,老牌楼,', 'b3,"不存在路,3号",'].join('\r\n')) })
  await page.getByText('共 33 条，有把握 30 条，已人工确定 0 条，待确定 3 条').waitFor()
  assert.equal(await page.getByRole('progressbar').getAttribute('aria-valuenow'), '100')

  await page.getByRole('cell', { name: '中州路', exact: true }).click()
  await page.getByRole('list', { name: '候选地点' }).getByRole('listitem').first().waitFor()
  await page.locator('canvas').first().waitFor()
  await picture(page, 'geocoding-batch')
  await page.getByRole('button', { name: '用这一处' }).first().click()
  await page.getByText('已人工确定 1 条').waitFor()

  await page.getByRole('cell', { name: '老牌楼', exact: true }).click()
  const box = page.getByRole('combobox', { name: '地点描述' })
  await box.fill('王城公园')
  await box.press('Enter')
  await page.getByText('已人工确定 2 条，待确定 1 条').waitFor()

  await page.getByRole('cell', { name: '不存在路,3号' }).click()
  const map = await page.getByRole('application', { name: '在地图上确定位置' }).boundingBox()
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2)
  await page.getByText('已人工确定 3 条，待确定 0 条').waitFor()

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载结果' }).click()])
  const lines = readFileSync(await file.path(), 'utf8').trim().split('\n')
  assert.equal(lines.length, 34)
  assert.match(lines.find(line => line.startsWith('b2,')), /^b2,老牌楼,settled,/)
  assert.match(lines.find(line => line.startsWith('b3,')), /,settled,,112\.\d+,34\.\d+,人工点选$/)
  assert.deepEqual(page.faults, [])
})
