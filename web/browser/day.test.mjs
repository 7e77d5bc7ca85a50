// The morning of the center, every post in a browser context of its own: a call by the keyboard, its verification, a twin, a call-back.
// @Requirement("ACC-02", "ACC-05", "ACC-09", "ACC-14", "HOT-01")
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openOffice, photo, picture } from './desk.mjs'

let office

before(async () => { office = await openOffice() })
after(() => office?.close())
let called
const short = number => new RegExp(`${number.slice(-13, -5)}-${number.slice(-5)}`)

test('a call is registered by the keyboard alone, in under a minute', async () => {
  const page = await office.desk('operator-1')
  await office.go(page, '/acceptance')
  await page.getByText('没有来电在等').waitFor()
  await office.ask('operator-2', 'POST', '/api/intake/calls/events', { call: 'day-1', event: 'RINGING', phone: '13800000901', line: '12319' })
  await page.getByText('13800000901').first().waitFor()
  const begun = Date.now()
  await page.keyboard.press('Alt+KeyJ')
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
  await page.keyboard.type('小区门口路灯不亮，晚上看不见路 😀')
  await page.getByRole('group', { name: '建议的小类' }).getByText(/路灯/).first().waitFor()
  await page.keyboard.press('Alt+Digit1')
  await page.getByRole('combobox', { name: '地点描述' }).focus()
  await page.keyboard.type('王城公园门口')
  await page.keyboard.press('Enter')
  await page.getByText('单元网格 41').waitFor()
  await office.accessible(page, 'acceptance')
  await picture(page, 'office-acceptance')
  await page.keyboard.press('Control+Enter')
  await page.getByText('已登记：').waitFor()
  const seconds = (Date.now() - begun) / 1000
  console.log(`# registered by keyboard in ${seconds} s`)
  assert.ok(seconds < 60, String(seconds))
  const number = (await page.locator('.made a').innerText()).trim()
  const { calls } = await office.ask('operator-1', 'GET', '/api/intake/callers/13800000901')
  assert.equal(calls[0].number, number)
  // The recording comes when the call has ended; the number's next call shows it.
  for (const more of [{ event: 'ENDED' }, { event: 'RECORDED', recording: 'https://12319.example/day-1.wav' }]) await office.ask('operator-2', 'POST', '/api/intake/calls/events', { call: 'day-1', ...more })
  await page.getByLabel('电话').fill('13800000901')
  await page.getByRole('link', { name: /录音/ }).waitFor()
  await page.getByRole('link', { name: short(number) }).waitFor()
  await page.getByLabel('电话').fill('')
  called = number
})

test('what the public reports is verified first, by a collector on duty in that grid', async () => {
  await office.onDuty(...Array.from({ length: 8 }, (_, at) => `collector-${at + 1}`))
  const page = await office.desk('operator-1')
  await office.openCase(page, called)
  await page.getByRole('region', { name: '可办动作' }).getByRole('button', { name: '派发核实', exact: true }).click()
  const best = page.getByRole('group', { name: '建议的采集员' }).locator('label').first()
  await best.getByText('在岗', { exact: true }).waitFor()
  const name = (await best.locator('strong').innerText()).trim()
  await page.getByRole('dialog').locator('button.el-button--primary').last().click()
  await page.locator('.el-tag', { hasText: '核实中' }).first().waitFor()
  const { task } = await office.ask('operator-1', 'GET', `/api/cases/${called}`)
  assert.ok(name && task.collector.startsWith('collector-'), JSON.stringify(task))
  await office.act(called, task.collector, '核实属实', '已核实待受理', { photo: photo(6) })
})

test('two reports of one thing stand side by side before anything is filed', async () => {
  const place = { longitude: 112.4412, latitude: 34.6701 }
  const first = await office.report({ description: '消防栓漏水', point: place })
  const twin = await office.report({ description: '消火栓一直流水', point: { longitude: 112.44121, latitude: 34.67011 } })
  const page = await office.desk('operator-1')
  await office.openCase(page, twin)
  await page.getByRole('heading', { name: /疑似重复/ }).waitFor()
  await page.getByText('消防栓漏水').first().waitFor()
  await office.accessible(page, 'duplicates')
  await page.getByRole('heading', { name: /疑似重复/ }).scrollIntoViewIfNeeded()
  await picture(page, 'office-duplicates')
  await page.getByRole('region', { name: '可办动作' }).getByRole('button', { name: '标记重复', exact: true }).click()
  await page.getByRole('dialog').getByLabel('原案件').fill(first)
  await page.getByRole('dialog').locator('button.el-button--primary').last().click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.locator('.el-tag', { hasText: '重复上报' }).first().waitFor()
})

test('who wished for a reply is called back and grades it', async () => {
  const begun = await office.ask('operator-1', 'POST', '/api/cases', { act: 'register', particulars: { source: 'HOTLINE', description: '反映邻里噪声', classCode: 'component-0118', condition: 1,
    point: { longitude: 112.4412, latitude: 34.6701 }, reporter: { name: '孙女士', phone: '13800000955', wantsReply: true } } })
  await office.lead(begun.number, ['operator-1', 'decline', { reason: '不属于城市管理范围' }])
  const page = await office.desk('operator-1')
  await office.go(page, '/call-backs')
  const one = page.locator('article', { hasText: '13800000955' })
  await one.waitFor()
  await office.accessible(page, 'call-backs')
  await picture(page, 'office-call-backs')
  await one.getByRole('textbox').fill('已说明情况')
  await one.getByRole('button', { name: '满意', exact: true }).click()
  await one.waitFor({ state: 'detached' })
  await page.getByText('满意率 100%').waitFor()
})

test('no page threw, and no page keeps anybody out', () => {
  for (const [key, page] of office.pages) assert.deepEqual(page.faults, [], key)
  assert.deepEqual(office.violations, [])
})
