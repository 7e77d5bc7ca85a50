// 综合评价 in a real browser: results, the words behind a number, free statistics kept as a scheme, a month sealed, reports, places kept.
// EVA-04 EVA-12 STA-01 GEO-05
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, picture, signedIn } from './desk.mjs'
import { startServer } from './server.mjs'

const WIDE = { width: 1440, height: 900 }
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

test('the head of supervision evaluates, counts freely and prints', async () => {
  const page = await signedIn(browser, server, 'center-chief-1', WIDE)
  await page.goto(`${server.base}/office/evaluation`)
  await page.getByRole('table').first().waitFor()
  await picture(page, 'evaluation-results')
  await page.getByRole('cell').filter({ hasText: /^\d/ }).first().waitFor()

  await page.goto(`${server.base}/office/evaluation/statistics`)
  await page.locator('select[name=scheme]').selectOption({ label: '按问题来源统计' })
  await page.getByRole('columnheader', { name: '立案数', exact: true }).waitFor()
  await page.locator('input[name=scheme-name]').fill('每月来源')
  await page.getByRole('button', { name: '保存方案' }).click()
  await page.locator('select[name=scheme] option', { hasText: '每月来源' }).waitFor({ state: 'attached' })
  await picture(page, 'evaluation-statistics')
  await page.getByRole('button', { name: '删除方案' }).click()
  await page.locator('select[name=scheme] option', { hasText: '每月来源' }).waitFor({ state: 'detached' })

  for (const [path, name] of [['sheets', 'evaluation-sheets'], ['seals', 'evaluation-seals'], ['reports', 'evaluation-reports']]) {
    await page.goto(`${server.base}/office/evaluation/${path}`)
    await page.getByRole('button').first().waitFor()
    await picture(page, name)
  }
  assert.deepEqual(page.faults, [])
})

test('places are added on the map, reviewed, published and retired', async () => {
  const page = await signedIn(browser, server, 'administrator-1', WIDE)
  await page.goto(`${server.base}/office/geocoding/places`)
  await page.getByRole('button', { name: '新增地点' }).click()
  await page.locator('input[name=id]').fill('BROWSER-1')
  await page.locator('input[name=name]').fill('牡丹阁观景台')
  const map = page.getByRole('application', { name: '在地图上编辑地点' })
  await map.locator('canvas').first().waitFor()
  await page.evaluate(() => document.fonts.ready.then(() => Promise.all([...document.images].map(image => image.decode().catch(() => undefined)))))
  const box = await map.boundingBox()
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await page.waitForFunction(() => document.querySelector('input[name=longitude]')?.value !== '')
  await page.getByRole('button', { name: '提交待审' }).click()
  await page.getByText('已提交，待审核发布。').waitFor()
  await page.getByRole('cell', { name: '牡丹阁观景台' }).waitFor()
  await picture(page, 'geocoding-places')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText('已发布').first().waitFor()
  await page.locator('input[name=find]').fill('牡丹阁')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByRole('button', { name: /牡丹阁观景台/ }).click()
  await page.getByRole('button', { name: '停用…' }).click()
  await page.locator('input[name=last]').fill('2026-12-31')
  await page.locator('input[name=reason]').fill('拆除')
  await page.getByRole('button', { name: '提出停用' }).click()
  await page.getByText('停用于 2026-12-31').waitFor()
  // A wrong code is refused in words, and nothing waits because of it.
  await page.getByRole('button', { name: '新增地点' }).click()
  await page.locator('input[name=id]').fill('BROWSER-2')
  await page.locator('input[name=name]').fill('写错代码')
  await page.locator('input[name=regionCode]').fill('4103XX')
  await page.locator('input[name=longitude]').fill('34.6')
  await page.locator('input[name=latitude]').fill('112.4')
  await page.getByRole('button', { name: '提交待审' }).click()
  await page.getByText('经度和纬度写反了', { exact: false }).first().waitFor()
  assert.equal(await page.getByRole('cell', { name: '写错代码' }).count(), 0)
  assert.deepEqual(page.faults, [])
})
