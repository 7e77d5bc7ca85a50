// 采集员管理 at the supervision center's desk: who is where, roll call, spot checks, leave, phones, a day replayed on the map, a census
// and what the data keepers do with a changed component.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, picture, signedIn } from './desk.mjs'
import { PLACE, speaker } from './field.mjs'
import { startServer } from './server.mjs'

let server, browser, others

before(async () => {
  server = await startServer()
  others = speaker(server)
  browser = await launch()
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

const fix = (secondsAgo, east = 0, north = 0) => ({ at: new Date(Date.now() - secondsAgo * 1000).toISOString(),
  longitude: PLACE.longitude + east, latitude: PLACE.latitude + north, accuracy: 8, battery: 71 })

/** Half an hour on foot along two streets, with a stop and a gap, as a phone sends it afterwards. */
async function walk(collector) {
  const { api } = others
  const sentAt = new Date().toISOString()
  await api(collector, '/api/collection/attendance', { id: crypto.randomUUID(), act: 'IN', sentAt, fix: fix(1790) })
  const positions = []
  for (let n = 0; n < 25; n++) positions.push(fix(1780 - n * 30, n * 0.00022, 0))
  for (let n = 0; n < 15; n++) positions.push(fix(450 - n * 30, 24 * 0.00022, n * 0.00018))
  const stored = await api(collector, '/api/collection/positions', { sentAt, positions })
  assert.equal(stored.stored, 40)
  return positions.map(each => beijing(each.at))
}

const beijing = at => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)

// @Requirement({"COLM-01", "COLM-02", "ACC-18", "ACQ-16", "ACQ-17", "ACQ-23", "GPS-01", "DEV-13"})
test('the center sees its collectors, calls the roll, draws checks and replays a day', async () => {
  const { api, media } = others
  const days = await walk('collector-1')
  await api('collector-2', '/api/collection/attendance', { id: crypto.randomUUID(), act: 'IN', sentAt: new Date().toISOString(), fix: fix(5, 0.002, 0.001) })
  await api('collector-1', '/api/cases', { act: 'report', particulars: { description: '路灯不亮', classCode: 'component-0118', condition: 1,
    point: { longitude: PLACE.longitude, latitude: PLACE.latitude }, evidence: [{ hash: await media('collector-1', 'office-report', 64), kind: 'BEFORE' }] } })
  await api('collector-3', '/api/collection/leaves', { id: crypto.randomUUID(), from: '2027-01-04T00:00:00Z', to: '2027-01-04T09:00:00Z', reason: '看病' })
  await api('collector-1', `/api/collection/phones/${crypto.randomUUID()}/state`, { version: '1.0.0', waiting: 3, sentAt: new Date().toISOString() })

  const page = await signedIn(browser, server, 'shift-leader-1', { width: 1440, height: 900 })
  await page.goto(`${server.base}/office/collectors`)
  await page.getByRole('row', { name: /collector-1\b/ }).getByText('在岗').waitFor()
  await page.getByRole('button', { name: '点全部在岗人员' }).click()
  await page.getByText(/collector-1 ·\s*待应答/).waitFor()
  const [call] = await api('collector-1', '/api/collection/roll-calls?post=collector-1')
  await api('collector-1', `/api/collection/roll-calls/${call.rollCall}/answer`, { fix: fix(0) })
  await page.getByRole('button', { name: '随机抽 3 件' }).click()
  await page.getByText(/collector-1 → collector-2/).waitFor()
  await page.getByRole('button', { name: '准假' }).click()
  await page.getByText('已准').waitFor()
  await page.getByRole('button', { name: '锁定' }).click()
  await page.getByText('已锁定').waitFor()
  await page.getByLabel('发给').selectOption('collector-1')
  await page.getByLabel('消息内容').fill('请到王城公园东门复看')
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByText('已发给 collector-1').waitFor()
  assert.match(JSON.stringify(await api('collector-1', '/api/notices')), /请到王城公园东门复看/)
  await page.reload()
  await page.getByText(/collector-1 ·\s*已应答/).waitFor()
  await picture(page, 'office-collectors')

  await page.getByRole('row', { name: /collector-1\b/ }).getByRole('link').click()
  await page.getByRole('heading', { name: '责任网格覆盖' }).waitFor()
  // A walk over midnight lies in two days; the longer part is looked at.
  await page.locator('input[name=day]').fill([...days].sort()[20])
  await page.getByText(/里程 \d{3,} m/).waitFor()
  if (new Set(days).size === 1) await page.getByText(/1\s*段（屏幕熄灭或无信号，不算缺勤）/).waitFor()
  await page.getByLabel('回放进度').fill('0.1')
  const early = await page.locator('.tools .number').textContent()
  await page.getByRole('button', { name: '回放', exact: true }).click()
  await page.waitForFunction(before => document.querySelector('.tools .number').textContent !== before, early)
  await page.getByLabel('回放进度').fill('1')
  await page.getByRole('application').first().waitFor()
  await picture(page, 'office-collector-day')
  assert.deepEqual(page.faults, [])
  await page.context().close()
})

// @Requirement({"ACQ-24", "ACQ-25"})
test('a census is published and counted, a changed component is taken up', async () => {
  const { api } = others
  const page = await signedIn(browser, server, 'shift-leader-1', { width: 1440, height: 900 })
  await page.goto(`${server.base}/office/censuses`)
  await page.locator('input[name=title]').fill('窨井盖普查')
  await page.locator('textarea[name=words]').fill('逐个看防坠网')
  await page.locator('textarea[name=questions]').fill('有防坠网：是否*\n材质：铸铁/复合')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('heading', { name: '窨井盖普查 · 进度' }).waitFor()
  const [census] = await api('collector-1', '/api/collection/sync/censuses')
  const point = { longitude: PLACE.longitude, latitude: PLACE.latitude }
  await api('collector-1', '/api/collection/notes', { id: crypto.randomUUID(), kind: 'CENSUS', census: census.id, point, photos: [], answers: { q1: '是', q2: '铸铁' } })
  await page.reload()
  await page.getByRole('button', { name: '导出 1 条' }).waitFor()
  await picture(page, 'office-census')
  await page.context().close()

  await api('collector-1', '/api/collection/notes', { id: crypto.randomUUID(), kind: 'NEW', classCode: 'component-0118', words: '新装路灯一盏', point, photos: [] })
  const keeper = await signedIn(browser, server, 'administrator-1', { width: 1440, height: 900 })
  await keeper.goto(`${server.base}/office/field-notes`)
  await keeper.getByRole('heading', { name: /新增 component-0118/ }).waitFor()
  await keeper.locator('textarea[name=decision]').fill('列入下次普查更新')
  await picture(keeper, 'office-field-notes')
  await keeper.getByRole('button', { name: '采用', exact: true }).click()
  await keeper.getByText('已采用：列入下次普查更新').waitFor()
  await keeper.context().close()
})
