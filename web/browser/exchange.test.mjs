// The desk of letters: a visitor cuts and mends the line to a county and sees what waited go; a platform of another make is taken in
// and its mapping file changed; a department's works explain a case.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, picture, signedIn } from './desk.mjs'
import { speaker } from './field.mjs'
import { startServer } from './server.mjs'

const COUNTY = { longitude: 112.1402, latitude: 34.7251 }
let server
let browser

before(async () => {
  server = await startServer({ JINGWEI_DEMO_COUNTY: 'on' })
  browser = await launch()
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

async function filed(words, point) {
  const { api, act, media } = speaker(server)
  const begun = await api('collector-1', '/api/cases', { act: 'report', particulars: { description: words, classCode: 'component-0118', condition: 1, point,
    evidence: [{ hash: await media('collector-1', words, 40), kind: 'BEFORE' }] } })
  await act('operator-1', begun.number, 'accept')
  await act('shift-leader-1', begun.number, 'file')
  return begun.number
}

// @Requirement({"EXC-03", "EXC-06"})
test('the line to a county is cut and mended by hand, and what waited goes', async () => {
  const page = await signedIn(browser, server, 'administrator-1')
  await page.goto(`${server.base}/office/exchange`)
  const card = page.getByRole('article').filter({ hasText: '新安' })
  await card.getByText('畅通').waitFor()
  await card.getByRole('button', { name: '断开线路' }).click()
  await card.getByText('已断开').waitFor()
  const number = await filed('断线时交办', COUNTY)
  const { api, act } = speaker(server)
  await act('dispatcher-1', number, 'transfer', { unit: 'xinan-platform' })
  const waiting = card.locator('div').filter({ has: page.locator('dt', { hasText: '待发' }) }).locator('dd').first()
  await waiting.filter({ hasText: /^[1-9]/ }).waitFor()
  await picture(page, 'exchange-cut')
  await card.getByRole('button', { name: '接通线路' }).click()
  await card.getByText('畅通').waitFor()
  await waiting.filter({ hasText: /^0$/ }).waitFor()
  await picture(page, 'exchange-mended')
  for (;;) {
    const links = (await api('administrator-1', `/api/exchange/cases/${number}`)).links
    if (links[0]?.theirs) break
    await page.waitForResponse(answer => answer.url().endsWith('/api/exchange/partners'))
  }
  assert.deepEqual(page.faults, [])
})

// @Requirement({"EXC-05"})
test('a platform of another make is taken in and its mapping file changed', async () => {
  const page = await signedIn(browser, server, 'administrator-1')
  await page.goto(`${server.base}/office/exchange/strangers`)
  await page.getByText('还没有接入异构平台').waitFor()
  await page.getByPlaceholder('标识，如 old-city').fill('old-county')
  await page.getByPlaceholder('名称').fill('旧县平台')
  await page.getByPlaceholder('区划代码').fill('410324')
  await page.getByLabel('上级或下级').selectOption('BELOW')
  await page.getByPlaceholder(/对方网关地址/).fill('http://127.0.0.1:9/services/exchange')
  await page.getByPlaceholder('本平台代码').fill('00')
  await page.getByPlaceholder('对方代码').fill('05')
  await page.getByRole('button', { name: '接入', exact: true }).click()
  await page.getByText('/api/exchange/gateways/luoyang.').waitFor()
  const file = page.getByRole('textbox', { name: '对接方言' })
  await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('"0001"'))
  await file.fill((await file.inputValue()).replace('Body/UpTaskNo', 'Body/SJRWH'))
  await page.getByRole('button', { name: '换用这份方言' }).click()
  await page.getByText('已换用，下一份报文起生效').waitFor()
  await picture(page, 'exchange-stranger')
  await file.fill('{"id": "half"}')
  await page.getByRole('button', { name: '换用这份方言' }).click()
  await page.getByText('对接方言不合格式').waitFor()
  await page.getByRole('link', { name: '线路' }).click()
  await page.getByRole('article').filter({ hasText: '旧县平台' }).getByText('不通，正在重试').waitFor()
  assert.deepEqual(page.faults, [])
})

// @Requirement({"EXC-04"})
test('works a department has told explain a case', async () => {
  const page = await signedIn(browser, server, 'administrator-1')
  await page.goto(`${server.base}/office/exchange/departments`)
  await page.getByText('还没有登记共享资源').waitFor()
  await page.getByPlaceholder('标识，如 works-notice').fill('works-notice')
  await page.getByPlaceholder('名称').fill('施工占道公告')
  await page.getByPlaceholder('归属部门').fill('市住建局')
  await page.getByPlaceholder(/使用条件/).fill('仅供受理使用')
  await page.getByLabel('对接样板').selectOption('WORKS')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('button', { name: '发送数密钥' }).click()
  const path = await page.locator('code').textContent()
  const point = { longitude: 112.4412, latitude: 34.6701 }
  const day = 86_400_000
  const told = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ records: [{ id: 'SG-1',
    kind: 'digging', name: '燃气管线开挖', holder: '市燃气公司', ...point, meters: 60, begins: new Date(Date.now() - day).toISOString(),
    ends: new Date(Date.now() + day).toISOString() }] }) }).then(answer => answer.json())
  assert.equal(told.taken, 1)
  const number = await filed('路面开挖', point)
  await page.getByRole('button', { name: '施工占道公告' }).click()
  await page.getByRole('cell', { name: '燃气管线开挖' }).first().waitFor()
  await picture(page, 'exchange-departments')
  const desk = await signedIn(browser, server, 'operator-1')
  await desk.goto(`${server.base}/office/cases/${number}`)
  const panel = desk.getByRole('region', { name: '部门说明' })
  await panel.getByText('燃气管线开挖').waitFor()
  await panel.getByText('施工：开挖').waitFor()
  await picture(desk, 'exchange-explained')
  assert.deepEqual([...page.faults, ...desk.faults], [])
})
