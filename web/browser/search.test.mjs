// What the desks give besides the acts: search by every field with kept views and files, the knowledge base, the manual in place,
// the letters to other platforms.
// @Requirement("ACC-16", "ACC-22", "COL-01", "COL-21", "COL-22")
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openOffice, picture } from './desk.mjs'

let office
let number

before(async () => { office = await openOffice() })
after(() => office?.close())
const short = of => new RegExp(`${of.slice(-13, -5)}-${of.slice(-5)}`)

test('a case is found by any field, on the list and on the map', async () => {
  const begun = await office.ask('operator-2', 'POST', '/api/cases', { act: 'register', particulars: { source: 'MEDIA', description: '要检索的一件', address: '王城公园门口',
    classCode: 'component-0118', condition: 1, point: { longitude: 112.4412, latitude: 34.6701 }, reporter: { name: '孙女士', phone: '13800000955', wantsReply: false } } })
  assert.ok(begun.number, JSON.stringify(begun))
  number = begun.number
  await office.filed({ description: '别的一件' })
  const { spot: where } = await office.ask('operator-2', 'GET', `/api/cases/${number}`)
  const page = await office.desk('operator-2')
  await office.go(page, '/cases')
  const row = page.getByRole('row', { name: short(number) })
  await row.waitFor()
  await page.getByText('更多条件').click()
  const none = page.getByText('没有符合条件的案件')
  const more = page.getByRole('group', { name: '更多条件' })
  const choice = label => more.locator('label', { hasText: label }).locator('select')
  for (const [label, right, wrong] of [
    ['案件编号', number, '41030020200101000000001'], ['区域或网格代码', where.unitGrid, '410302009009'], ['责任网格', where.dutyGrid, 'nowhere'],
    ['部件标识码', '', '4103020101000001'], ['举报电话', '13800000955', '13800000956'], ['立卷日期从', '2020-01-01', '2199-01-01'], ['到', '2199-01-01', '2020-01-01'],
  ]) {
    const box = more.getByLabel(label, { exact: true })
    await box.fill(wrong)
    await none.waitFor()
    await box.fill(right)
    await row.waitFor()
    await box.fill('')
  }
  for (const [label, right, wrong] of [['来源', 'MEDIA', 'COLLECTOR'], ['主办单位', '', 'water'], ['待审批申请', '', 'hold']]) {
    const box = choice(label)
    await box.selectOption(wrong)
    await row.waitFor({ state: 'detached' })
    await box.selectOption(right)
    await row.waitFor()
    await box.selectOption('')
  }
  for (const mark of ['挂账', '督办待复', '返工']) {
    await more.getByLabel(mark, { exact: true }).check()
    await none.waitFor()
    await more.getByLabel(mark, { exact: true }).uncheck()
    await row.waitFor()
  }
  await page.getByLabel('按地点或描述查找').fill('要检索')
  await page.getByText('已列 1 件').waitFor()
  await page.locator('canvas').first().waitFor()
  await page.getByLabel('只列地图范围内').check()
  await row.waitFor()
  await office.accessible(page, 'search')
  await picture(page, 'office-cases')
})

test('the question is kept under a name, the answer leaves as a list, the case as a sheet', async () => {
  const page = await office.desk('operator-2')
  await page.getByLabel('只列地图范围内').uncheck()
  await page.locator('label', { hasText: '来源' }).locator('select').selectOption('MEDIA')
  await page.getByLabel('查询名称').fill('要检索的')
  await page.getByRole('button', { name: '保存查询' }).click()
  const kept = page.getByRole('button', { name: '要检索的', exact: true })
  await kept.waitFor()
  await page.locator('label', { hasText: '来源' }).locator('select').selectOption('COLLECTOR')
  await page.getByText('没有符合条件的案件').waitFor()
  await kept.click()
  await page.getByText('已列 1 件').waitFor()
  const fetched = async link => {
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    const parts = []
    for await (const part of await download.createReadStream()) parts.push(part)
    return Buffer.concat(parts)
  }
  const csv = (await fetched(page.getByRole('link', { name: 'CSV' }))).toString()
  assert.equal(csv.trim().split('\r\n').length, 2)
  assert.match(csv, /要检索的一件/)
  assert.equal((await fetched(page.getByRole('link', { name: 'Excel' }))).subarray(0, 2).toString(), 'PK')
  await office.openCase(page, number)
  const sheet = await page.getByRole('link', { name: '案卷 PDF' }).getAttribute('href')
  const pdf = Buffer.from(await page.evaluate(async address => [...new Uint8Array(await fetch(address).then(answer => answer.arrayBuffer()))], sheet))
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
})

test('a sentence that is said often is kept, and one key writes it again', async () => {
  const page = await office.desk('operator-2')
  await page.getByRole('region', { name: '可办动作' }).getByRole('button', { name: '不予受理', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '不予受理' })
  await dialog.getByLabel('理由').fill('不属于城市管理范围，已告知举报人')
  await dialog.getByRole('button', { name: '存为常用语' }).click()
  await dialog.getByLabel('理由').fill('')
  await dialog.getByRole('group', { name: '常用语' }).getByRole('button', { name: '不属于城市管理范围，已告知举报人', exact: true }).click()
  assert.equal(await dialog.getByLabel('理由').inputValue(), '不属于城市管理范围，已告知举报人')
  await office.accessible(page, 'phrases')
  await dialog.getByRole('button', { name: '取消' }).click()
})

test('the knowledge base answers a word, and the manual opens beside the work', async () => {
  const page = await office.desk('operator-2')
  await office.go(page, '/knowledge')
  await page.getByLabel('检索知识库').fill('井盖')
  await page.getByRole('button', { name: /井盖缺失应急处置/ }).click()
  await page.getByText('临时盖板').waitFor()
  await office.accessible(page, 'knowledge')
  await picture(page, 'office-knowledge')
  await page.getByRole('button', { name: /规范 上水井盖/ }).click()
  await page.getByText('结案条件：').first().waitFor()
  await office.go(page, '/desk')
  await page.getByRole('table').first().waitFor()
  await page.keyboard.press('F1')
  const manual = page.getByRole('complementary', { name: '操作手册' })
  await manual.getByRole('heading', { name: '受理员操作手册' }).waitFor()
  await office.accessible(page, 'help')
  await picture(page, 'office-help')
  await manual.getByRole('link', { name: /工作台操作手册/ }).first().click()
  await manual.getByRole('heading', { name: /工作台操作手册/ }).waitFor()
  await page.keyboard.press('F1')
  await manual.waitFor({ state: 'detached' })
})

test('the administrator writes a paper for the knowledge base and everybody finds it', async () => {
  const page = await office.desk('administrator-1')
  await office.go(page, '/knowledge')
  await page.getByRole('button', { name: '新增资料' }).click()
  await page.getByLabel('标题').fill('暴雨积水处置要点')
  await page.getByLabel('正文').fill('先设警示，再清箅子。')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByLabel('检索知识库').fill('箅子')
  await page.getByRole('button', { name: /暴雨积水处置要点/ }).click()
  await page.getByText('先设警示，再清箅子。').waitFor()
})

test('the lines and letters to other platforms have their place', async () => {
  const page = await office.desk('administrator-1')
  await office.go(page, '/exchange')
  await page.getByText('新安县').first().waitFor()
  await page.getByLabel('平台标识').fill('mengjin')
  await page.getByRole('button', { name: '生成接入码' }).click()
  await page.getByText('只显示一次，七天内用一次').waitFor()
  await picture(page, 'office-exchange')
  for (const [name, sign] of [['信件', '收件箱'], ['两级案件', '两级案件'], ['设置', '设置']]) {
    await page.getByRole('navigation', { name: '数据交换' }).getByRole('link', { name, exact: true }).click()
    await page.getByText(sign).first().waitFor()
  }
})

test('no page threw, and no page keeps anybody out', () => {
  for (const [key, page] of office.pages) assert.deepEqual(page.faults, [], key)
  assert.deepEqual(office.violations, [])
})
