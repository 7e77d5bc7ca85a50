// Addresses by words in a real browser: an offset drawn with how it was reached, an honest refusal, a new case placed by its address.
import assert from 'node:assert/strict'
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
