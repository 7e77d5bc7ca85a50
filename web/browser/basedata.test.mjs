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

test('cells are edited by hand, shared borders together, and published', async () => {
  const faults = []
  const page = await signIn('administrator-1', faults)
  await page.goto(`${server.base}/office/basedata/cells`)
  await page.getByRole('heading', { name: '网格编辑' }).waitFor()
  // A cell with its neighbour to the east in the same community.
  const { code, east, corner } = await page.evaluate(async () => {
    const { features } = await (await fetch('/api/unit-grids')).json()
    const rings = new Map(features.map(cell => [cell.id, cell.geometry.coordinates[0].map(String)]))
    for (const cell of features) {
      const home = features.filter(other => other.id !== cell.id && other.properties.community === cell.properties.community)
      const beside = home.filter(other => rings.get(other.id).filter(at => rings.get(cell.id).includes(at)).length > 1)
      const next = beside.find(other => other.geometry.coordinates[0][0][0] > cell.geometry.coordinates[0][0][0])
      // The corner of both where four cells meet.
      const at = next && rings.get(cell.id).find(one => rings.get(next.id).includes(one) && features.filter(any => rings.get(any.id).includes(one)).length === 4)
      if (at && beside.length > 3) return { code: cell.id, east: next.id, corner: at.split(',').map(Number) }
    }
  })
  const frame = page.getByRole('application', { name: '网格编辑地图' })
  const go = async which => {
    await page.getByRole('textbox', { name: '网格编码' }).fill(which)
    await page.getByRole('button', { name: '定位' }).click()
    await page.locator('.codes', { hasText: which }).waitFor()
    await page.locator('.frame[data-cells][data-resolution]').waitFor()
    await page.waitForLoadState('networkidle')
  }
  const pixel = async (which, degrees) => {
    const resolution = Number(await frame.getAttribute('data-resolution'))
    const box = await frame.boundingBox()
    const ring = await page.evaluate(async id => (await (await fetch(`/api/unit-grids/${id}`)).json()).geometry.coordinates[0], which)
    const x = longitude => longitude * 20037508.342789244 / 180
    const y = latitude => Math.log(Math.tan((90 + latitude) * Math.PI / 360)) * 20037508.342789244 / Math.PI
    const middle = (all, of) => (of(Math.min(...all)) + of(Math.max(...all))) / 2
    return [box.x + box.width / 2 + (x(degrees[0]) - middle(ring.map(at => at[0]), x)) / resolution,
      box.y + box.height / 2 - (y(degrees[1]) - middle(ring.map(at => at[1]), y)) / resolution]
  }
  await go(code)
  await page.getByRole('button', { name: '调整边界' }).click()
  const [cx, cy] = await pixel(code, corner)
  await page.mouse.move(cx, cy)
  await page.mouse.down()
  await page.mouse.move(cx + 20, cy + 12, { steps: 4 })
  await page.mouse.move(cx + 34, cy + 20, { steps: 4 })
  await page.mouse.up()
  await page.getByText('移动拐点').waitFor()
  await page.getByText('4 个网格有变，0 个编码停用').waitFor()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(PICTURES, 'basedata-cells-moved.png') })
  // Thrown far across its neighbours: refused with its step, and the map goes back.
  await page.mouse.move(cx + 34, cy + 20)
  await page.mouse.down()
  await page.mouse.move(cx + 60, cy - 100, { steps: 4 })
  await page.mouse.move(cx + 320, cy - 180, { steps: 6 })
  await page.mouse.up()
  await page.getByText('第 2 步').waitFor()
  await page.screenshot({ path: join(PICTURES, 'basedata-cells-refused.png') })
  await page.getByText('编辑 1 步').waitFor()

  await page.getByRole('button', { name: '拆分', exact: true }).click()
  const box = await frame.boundingBox()
  await page.mouse.click(box.x + box.width / 2 - 60, box.y + box.height / 2)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 })
  await page.mouse.dblclick(box.x + box.width / 2 + 60, box.y + box.height / 2)
  await page.getByText(`拆分 ${code}`, { exact: true }).waitFor()
  await page.getByRole('table', { name: '编码沿革' }).getByText(code).first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(PICTURES, 'basedata-cells.png') })

  await page.getByRole('button', { name: '选择', exact: true }).click()
  await go(east)
  await page.getByRole('textbox', { name: '新编码' }).fill(`${east.slice(0, 12)}900`)
  await page.getByRole('button', { name: '换码' }).click()
  await page.getByText('编辑 3 步').waitFor()
  await page.getByRole('button', { name: '撤回一步' }).click()
  await page.getByText('编辑 2 步').waitFor()
  await page.getByRole('textbox', { name: '说明' }).fill('拆分过大的网格')
  await page.getByRole('button', { name: '提交检查' }).click()
  await page.getByText('待审核').waitFor()
  const chief = await signIn('center-chief-1', faults)
  await chief.goto(page.url())
  await chief.getByRole('button', { name: '审核通过' }).click()
  await chief.getByText('待发布').waitFor()
  await page.reload()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText('已发布').waitFor()
  const trail = await page.evaluate(async id => (await fetch(`/api/unit-grids/${id}/successions`)).json(), code)
  assert.deepEqual(trail.map(one => one.kind), ['SPLIT', 'SPLIT'])
  assert.deepEqual(faults, [])
})
