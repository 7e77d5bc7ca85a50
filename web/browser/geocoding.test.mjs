// Addresses by words in a real browser: an offset drawn with how it was reached, an honest refusal, a new case placed by its address;
// a list settled by hand; places loaded, drawn, published, renamed, retired and followed by others.
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

/** Waits until the map has drawn its ground and stands still: before that a click would fall somewhere else. */
async function standing(page, map) {
  await map.locator('canvas').first().waitFor()
  await page.waitForFunction(() => {
    const canvas = document.querySelector('.drawing canvas')
    const seen = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.reduce((sum, value, at) => (sum + value * (at % 251)) % 1e9, 0)
    const same = seen > 0 && window.groundSeen === seen
    window.groundSeen = seen
    return same
  }, undefined, { polling: 400 })
}

test('places are loaded, drawn on the map, named by what people said, published, renamed and retired', async () => {
  const page = await signedIn(browser, server, 'administrator-1', { width: 1366, height: 960 })
  await page.goto(`${server.base}/office/geocoding/places`)
  const file = page.locator('input[type=file]')
  await file.setInputFiles({ name: 'broken.csv', mimeType: 'text/csv',
    buffer: Buffer.from('id,kind,name,longitude,latitude\nN1,landmark,好塔,112.44,34.67\nN2,landmark,反塔,34.67,112.44\n') })
  await page.getByText('写反').first().waitFor()
  await file.setInputFiles({ name: 'new.csv', mimeType: 'text/csv',
    buffer: Buffer.from('\uFEFFid,kind,name,longitude,latitude\r\nN1,landmark,望城塔,112.4412,34.6731\r\nN2,landmark,望城新阁,112.4413,34.6731\r\n') })
  await page.getByText('已导入 2 个地点，待审核发布。').waitFor()

  await page.getByRole('button', { name: '新增地点' }).click()
  await page.locator('select[name=kind]').selectOption('road')
  await page.locator('input[name=name]').fill('塔前街')
  const map = page.getByRole('application', { name: '在地图上编辑地点' })
  await standing(page, map)
  const frame = await map.boundingBox()
  assert.ok(frame.width < 900 && frame.y > 100, 'the map keeps to its place beside the form')
  const wkt = page.locator('textarea[name=wkt]')
  const corner = (x, y) => page.mouse.click(frame.x + frame.width * x, frame.y + frame.height * y)
  await corner(0.4, 0.5)
  await page.getByRole('button', { name: '撤销一点' }).waitFor()
  await page.locator('input[name=id]').fill('N3')
  for (const [x, y, corners] of [[0.5, 0.52, 2], [0.6, 0.5, 3], [0.7, 0.7, 4]]) {
    await corner(x, y)
    await page.waitForFunction(count => document.querySelector('textarea[name=wkt]').value.split(',').length === count, corners)
  }
  await page.getByRole('button', { name: '撤销一点' }).click()
  assert.equal((await wkt.inputValue()).split(',').length, 3)
  await picture(page, 'geocoding-places')
  await page.getByRole('button', { name: '提交待审' }).click()
  await page.getByText('待审的地点（3）').waitFor()
  await page.getByText('老牌楼').first().waitFor()
  await page.getByRole('button', { name: '采纳', exact: true }).first().click()
  await page.getByText('待审的地点（4）').waitFor()
  const publish = async (note) => {
    await page.locator('input[name=note]').last().fill(note)
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await page.getByText('已发布，查询立即用新版。').waitFor()
  }
  await publish('补充塔前街')

  const open = async (typed, name) => {
    await page.locator('input[name=find]').fill(typed)
    await page.locator('input[name=find]').press('Enter')
    await page.getByRole('list', { name: '查到的地点' }).getByRole('button', { name, exact: true }).click()
    await page.waitForFunction(opened => document.querySelector('input[name=name]')?.value === opened, name)
  }
  await open('taqianjie', '塔前街')
  await page.getByRole('button', { name: '改名…' }).click()
  await page.locator('input[name=renamed]').fill('望城街')
  await page.locator('input[name=from]').fill('2024-06-01')
  await page.locator('input[name=reason]').fill('地名公告')
  await page.getByRole('button', { name: '提出改名' }).click()
  await page.getByText('已提出，发布后生效。').waitFor()

  await open('wangchengta', '望城塔')
  await page.getByRole('button', { name: '停用…' }).click()
  await page.locator('input[name=last]').fill('2024-12-31')
  await page.locator('input[name=reason]').fill('原址重建')
  await page.locator('input[name=successor]').fill('望城新阁')
  await page.locator('#successors option[value=N2]').waitFor({ state: 'attached' })
  await page.locator('input[name=successor]').fill('N2')
  await picture(page, 'geocoding-retire')
  await page.getByRole('button', { name: '提出停用' }).click()
  await page.getByText('已提出，发布后生效。').waitFor()
  await page.getByRole('row', { name: /N1.*停用于 2024-12-31/ }).waitFor()
  await picture(page, 'geocoding-review')
  await publish('望城塔重建')

  await open('望城新阁', '望城新阁')
  await page.getByText('前身').waitFor()
  await page.getByRole('button', { name: '望城塔', exact: true }).click()
  await page.getByText('后继（今称）').waitFor()
  await page.getByText('历史（').click()
  await page.getByText('第 2 版').first().waitFor()

  // 所在地点: a shop that stands in another place is found by both names, and its page names the other one.
  await page.getByRole('button', { name: '新增地点' }).click()
  await page.locator('select[name=kind]').selectOption('poi')
  for (const [field, value] of [['id', 'N5'], ['name', '清风茶馆'], ['parentId', 'N2'], ['longitude', '112.44131'], ['latitude', '34.67312']]) {
    await page.locator(`input[name=${field}]`).fill(value)
  }
  await page.getByRole('button', { name: '提交待审' }).click()
  await page.getByText('待审的地点（1）').waitFor()
  await publish('清风茶馆')
  await open('清风茶馆', '清风茶馆')
  await page.getByText('所属').first().waitFor()
  await page.getByRole('button', { name: '望城新阁', exact: true }).waitFor()
  assert.equal(await page.locator('input[name=parentId]').inputValue(), 'N2')
  await picture(page, 'geocoding-parent')

  await page.goto(`${server.base}/office/geocoding`)
  const box = page.getByRole('combobox', { name: '地点描述' })
  await box.fill('望城新阁清风茶馆')
  await box.press('Enter')
  await page.getByText('望城新阁清风茶馆').last().waitFor()
  await page.getByText('精确').first().waitFor()
  await picture(page, 'geocoding-inside')
  for (const [words, told] of [['望城塔', '“望城塔”今称“望城新阁”'], ['塔前街', '“塔前街”今称“望城街”'], ['老牌楼', '精确']]) {
    await box.fill(words)
    await box.press('Enter')
    await page.getByText(told).first().waitFor()
  }
  assert.deepEqual(page.faults, [])
})
