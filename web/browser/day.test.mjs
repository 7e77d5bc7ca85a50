// A day of the center, every post in a browser context of its own: a call, a report, a twin, filing, dispatch, petitions, rework, close, appeal, call-back.
// @Requirement("COL-01", "COL-03", "COL-05", "COL-09", "COL-10", "COL-11", "COL-12", "COL-19", "ACC-01", "ACC-02", "ACC-05", "ACC-09", "ACC-12", "ACC-14", "HOT-01")
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

let late

test("a collector's report wanders live from desk to desk: filed, dispatched by one key, return, extension and hold decided", async () => {
  const operator = await office.desk('operator-1')
  await office.go(operator, '/desk')
  await operator.getByRole('table').first().waitFor()
  const number = await office.report({ description: '井盖翻起，车辆避让' })
  late = number
  const begun = Date.now()
  await operator.getByRole('row', { name: short(number) }).waitFor()
  const seen = Date.now() - begun
  console.log(`# a new case reached an open desk in ${seen} ms`)
  await operator.getByRole('row', { name: short(number) }).click()
  const preview = operator.getByRole('region', { name: '案件预览' })
  await preview.getByText('井盖翻起').waitFor()
  await office.accessible(operator, 'desk')
  await picture(operator, 'office-desk')
  await preview.getByRole('button', { name: '受理', exact: true }).click()
  await operator.getByRole('dialog').locator('button.el-button--primary').last().click()
  await operator.getByRole('row', { name: short(number) }).waitFor({ state: 'detached' })

  const leader = await office.desk('shift-leader-1')
  await office.go(leader, '/desk')
  await leader.getByRole('row', { name: short(number) }).waitFor()
  await picture(leader, 'office-filing')
  await office.act(number, 'shift-leader-1', '立案', '已立案待派遣')

  // The queue says which unit and why; the key A takes it, Z within five seconds calls it back.
  const dispatcher = await office.desk('dispatcher-1')
  await office.go(dispatcher, '/desk/to-do')
  const row = dispatcher.getByRole('row', { name: short(number) })
  await row.getByText('供水公司').first().waitFor()
  await row.click()
  await dispatcher.getByRole('button', { name: /采纳并派遣/ }).waitFor()
  await office.accessible(dispatcher, 'dispatch')
  await picture(dispatcher, 'office-dispatch')
  await dispatcher.keyboard.press('a')
  await dispatcher.getByText(`将派遣 ${number} 给供水公司`).waitFor()
  await dispatcher.keyboard.press('z')
  await row.waitFor()
  assert.equal((await office.ask('dispatcher-1', 'GET', `/api/cases/${number}`)).state, 'filed')
  await row.click()
  await dispatcher.keyboard.press('a')
  await dispatcher.getByText('已派遣给供水公司').waitFor()
  assert.equal((await office.ask('dispatcher-1', 'GET', `/api/cases/${number}`)).assignment.unit, 'water')

  await office.act(number, 'water-1', '申请回退', '处置中', { reason: '不属于本单位' })
  await office.go(dispatcher, '/desk/petitions')
  await dispatcher.getByRole('row', { name: short(number) }).waitFor()
  await picture(dispatcher, 'office-petitions')
  await office.act(number, 'dispatcher-1', '不同意回退', '处置中', { reason: '权责清单列为贵单位' })
  await office.act(number, 'water-1', '申请延期', '处置中', { reason: '等待配件', limit: '2 工作时' })
  await office.act(number, 'dispatcher-1', '同意延期', '处置中')
  const { now } = await office.ask('administrator-1', 'GET', '/api/clock')
  const until = new Date(Date.parse(now) + (20 * 24 + 8) * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  await office.act(number, 'water-1', '申请挂账', '处置中', { reason: '管网开挖', until })
  await office.act(number, 'dispatcher-1', '同意挂账', '处置中')
  await office.act(number, 'command-chief-1', '同意挂账', '处置中')
  const unit = await office.desk('water-1')
  await unit.getByText('挂账至').waitFor()
  await office.act(number, 'dispatcher-1', '销账', '处置中', { reason: '提前复工' })
  await office.act(number, 'leader-1', '督办', '处置中', { opinion: '请今日办结' })
  await office.act(number, 'water-1', '答复', '处置中', { opinion: '已安排抢修' })
})

test('a failed check brings rework, a passed one the close with the photos side by side', async () => {
  const number = late
  await office.act(number, 'water-1', '处置完成', '待反馈', { opinion: '已更换井盖', photo: photo(2) })
  await office.act(number, 'dispatcher-1', '反馈', '待核查')
  await office.act(number, 'operator-1', '派发核查', '核查中', { collector: '信息采集员2' })
  await office.act(number, 'collector-2', '核查不通过', '核查未通过', { reason: '井盖仍松动', photo: photo(3) })
  await office.act(number, 'shift-leader-1', '返工', '待派遣', { reason: '核查未通过' })
  const dispatcher = await office.desk('dispatcher-1')
  await office.go(dispatcher, '/desk/returned')
  await dispatcher.getByRole('row', { name: short(number) }).waitFor()
  await office.act(number, 'dispatcher-1', '派遣', '处置中')
  await overTheWeekend()
  await office.act(number, 'water-1', '处置完成', '待反馈', { opinion: '已加固', photo: photo(4) })
  await office.act(number, 'dispatcher-1', '反馈', '待核查')
  await office.act(number, 'operator-1', '派发核查', '核查中', { collector: '信息采集员2' })
  await office.act(number, 'collector-2', '核查通过', '待结案', { photo: photo(5) })
  const leader = await office.desk('shift-leader-1')
  await office.openCase(leader, number)
  await leader.getByRole('heading', { name: '处置前后对照' }).waitFor()
  await office.accessible(leader, 'case')
  await picture(leader, 'office-close')
  await office.act(number, 'shift-leader-1', '结案', '已结案')
})

test('the unit appeals against the late mark, the command side supports it, the head of supervision grants it', async () => {
  const unit = await office.desk('water-1')
  await office.openCase(unit, late)
  await unit.getByRole('link', { name: '提出超时申诉' }).click()
  await unit.getByLabel('申诉理由').fill('周末道路封闭，抢修车辆无法进入')
  await unit.getByRole('button', { name: '提出申诉' }).click()
  await unit.getByText('待初审').waitFor()
  await office.accessible(unit, 'appeals')
  await picture(unit, 'office-appeals')
  for (const [account, button, then] of [['dispatcher-1', '同意，报终审', '待终审'], ['center-chief-1', '申诉成立', '申诉成立']]) {
    const page = await office.desk(account)
    await office.go(page, '/appeals')
    const one = page.locator('article', { hasText: late })
    await one.getByLabel('审查意见').fill('情况属实')
    await one.getByRole('button', { name: button }).click()
    await one.getByText(then, { exact: true }).first().waitFor()
  }
})

test('who wished for a reply is called back and grades it', async () => {
  const begun = await office.ask('operator-1', 'POST', '/api/cases', { act: 'register', particulars: { source: 'HOTLINE', description: '反映邻里噪声', classCode: 'component-0118', condition: 1,
    point: { longitude: 112.4412, latitude: 34.6701 }, reporter: { name: '孙女士', phone: '13800000955', wantsReply: true } } })
  await office.ask('operator-1', 'POST', `/api/cases/${begun.number}/acts`, { act: 'decline', particulars: { reason: '不属于城市管理范围' } })
  const page = await office.desk('operator-1')
  await office.go(page, '/call-backs')
  const one = page.locator('article', { hasText: '13800000955' })
  await one.waitFor()
  await office.accessible(page, 'call-backs')
  await picture(page, 'office-call-backs')
  await one.getByRole('textbox').fill('已说明情况')
  await one.getByRole('button', { name: '满意', exact: true }).click()
  await one.waitFor({ state: 'detached' })
})

test('no page threw, and no page keeps anybody out', () => {
  for (const [key, page] of office.pages) assert.deepEqual(page.faults, [], key)
  assert.deepEqual(office.violations, [])
})

/** Moves the platform's clock over the coming weekend, to Monday 09:00 in Shanghai. */
async function overTheWeekend() {
  const { now } = await office.ask('administrator-1', 'GET', '/api/clock')
  const monday = new Date(now)
  monday.setUTCDate(monday.getUTCDate() + ((8 - monday.getUTCDay()) % 7 || 7))
  monday.setUTCHours(1, 0, 0, 0)
  await office.ask('administrator-1', 'PUT', '/api/clock', { moveTo: monday.toISOString() })
}
