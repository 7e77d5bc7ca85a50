// One case walked by hand in a real browser, from the report to the close, with a failed check, a second round
// and a weekend between, the platform's clock moved.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openOffice, overTheWeekend, photo, PICTURES } from './desk.mjs'

let office
let server
let browser
const desk = account => office.desk(account)
const act = (...given) => office.act(...given)
const report = () => office.report()

before(async () => {
  office = await openOffice()
  server = office.server
  browser = office.browser
})
after(() => office?.close())

test('one case is walked from the report to the close with a second round', async () => {
  const number = await report()
  await act(number, 'operator-1', '受理', '待立案')
  await act(number, 'shift-leader-1', '立案', '已立案待派遣')
  await act(number, 'dispatcher-1', '派遣', '处置中', { opinion: '请尽快处置' })
  await act(number, 'water-1', '处置完成', '待反馈', { opinion: '已更换井盖', photo: photo(2) })
  await act(number, 'dispatcher-1', '反馈', '待核查')
  await act(number, 'operator-1', '派发核查', '核查中', { collector: '信息采集员2' })
  await act(number, 'collector-2', '核查不通过', '核查未通过', { reason: '井盖仍松动', photo: photo(3) })
  await act(number, 'shift-leader-1', '返工', '待派遣', { reason: '核查未通过' })
  await act(number, 'dispatcher-1', '派遣', '处置中')
  await overTheWeekend(office)
  await act(number, 'water-1', '处置完成', '待反馈', { opinion: '已加固', photo: photo(4) })
  await act(number, 'dispatcher-1', '反馈', '待核查')
  await act(number, 'operator-1', '派发核查', '核查中', { collector: '信息采集员2' })
  await act(number, 'collector-2', '核查通过', '待结案', { photo: photo(5) })
  const leader = await desk('shift-leader-1')
  await leader.goto(`${server.base}/office/cases/${number}`)
  await leader.getByRole('button', { name: '结案', exact: true }).waitFor()
  // Two emergency hours had run out long before Monday: the unit answered late.
  await leader.getByText(/超时/).first().waitFor()
  await leader.screenshot({ path: join(PICTURES, 'office-case.png') })
  await act(number, 'shift-leader-1', '结案', '已结案')
})

test('a post sees why it may not act', async () => {
  const number = await report()
  const page = await desk('dispatcher-1')
  await page.goto(`${server.base}/office/cases/${number}`)
  await page.getByText(/为什么不能办/).click()
  await page.getByText(/现在不能/).first().waitFor()
  await page.screenshot({ path: join(PICTURES, 'office-why-not.png') })
})

test('every post of the accounts file signs in and sees the list', async () => {
  for (const account of ['leader-1', 'center-chief-1', 'command-chief-1', 'sanitation-1', 'partner-platform-1', 'administrator-1']) {
    const page = await desk(account)
    assert.deepEqual(page.faults, [], account)
  }
  const page = await desk('operator-1')
  await page.goto(`${server.base}/office/cases`)
  await page.getByRole('table').first().waitFor()
  await page.locator('canvas').first().waitFor()
  await page.screenshot({ path: join(PICTURES, 'office-cases.png') })
})

test('a wrong password is told in words', async () => {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await page.goto(`${server.base}/office/`)
  await page.locator('input[name=account]').fill('operator-1')
  await page.locator('input[name=password]').fill('nobody-knows-1')
  await page.locator('input[name=password]').press('Enter')
  await page.getByRole('alert').first().waitFor()
  assert.match(await page.getByRole('alert').first().innerText(), /账号|口令|密码/)
})
