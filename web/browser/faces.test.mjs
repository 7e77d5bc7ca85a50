// The faces of the workshop, without a file of settings and without a restart: a unit with its people, a class, a field of its form, a
// filing condition, a limit and a column of the lists are made in the browser; a phone reports by them, and the case closes.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openOffice, photo, picture, PICTURES, signedIn } from './desk.mjs'
import { PHONE } from './field.mjs'

let office

before(async () => { office = await openOffice() })
after(() => office?.close())

const HEAD = '机构标识,机构名称,机构类型,上级机构标识,岗位标识,岗位类型,岗位名称,姓名,账号,身份证号,联系电话,仅限绑定设备'
function sheet(name, ...rows) {
  const file = join(PICTURES, name)
  writeFileSync(file, `\uFEFF${[HEAD, ...rows].join('\r\n')}\r\n`)
  return file
}

// @Requirement({"APM-01", "APM-03", "APM-04", "ACQ-02"})
test('a class, a field, a condition, a limit, a unit and a column are made in the browser, a phone reports by them, the case closes', async () => {
  const page = await signedIn(office.browser, office.server, 'administrator-1')

  // The unit and its people, from one sheet: first a faulty one, then all of it.
  await page.getByRole('link', { name: '机构人员' }).click()
  const roster = page.getByRole('region', { name: '花名册导入' })
  await roster.locator('input[name=roster]').setInputFiles(sheet('roster-faulty.csv',
    'drainage,排水公司,责任单位,,drainage-1,受理员,排水值守,韩春生,drainage-1,,,', 'drainage,,,,,,,韩春生,,110105194912310021,,'))
  await roster.getByRole('cell', { name: /两者不在同一轴/ }).waitFor()
  await roster.getByRole('cell', { name: '岗位类型' }).waitFor()
  assert.ok(await roster.getByRole('button', { name: '导入', exact: true }).isDisabled())
  await picture(page, 'workshop-roster-faults')
  await office.accessible(page, 'people')
  await roster.locator('input[name=roster]').setInputFiles(sheet('roster.csv',
    'drainage,排水公司,责任单位,,drainage-1,处置人员,排水公司处置人员,韩春生,drainage-1,11010519491231002X,13800000001,否'))
  await roster.getByText(/1 行无误：新机构 1，新岗位 1，新人员 1，任命 1，新账号 1/).waitFor()
  await roster.getByRole('button', { name: '导入', exact: true }).click()
  await roster.getByRole('cell', { name: 'drainage-1' }).waitFor()
  const password = await roster.locator('.slips code').textContent()
  await page.getByRole('button', { name: '排水公司', exact: true }).click()
  await page.getByRole('region', { name: '岗位' }).locator('.chip', { hasText: '韩春生' }).waitFor()
  await picture(page, 'workshop-people')

  // The class with a field of its own.
  await page.getByRole('link', { name: '小类规范' }).click()
  await page.locator('select[name=class-major]').selectOption('21')
  await page.locator('input[name=class-name]').fill('下穿通道积水')
  await page.locator('input[name=class-name-en]').fill('water in an underpass')
  await page.getByRole('button', { name: '增加小类' }).click()
  await page.getByRole('heading', { name: /下穿通道积水/ }).waitFor()
  const code = (await page.getByRole('heading', { name: /下穿通道积水/ }).textContent()).match(/event-\d{4}/)[0]
  const form = page.getByRole('region', { name: '补充栏目' })
  await form.getByRole('button', { name: '加一栏' }).click()
  await form.getByLabel('栏目标识').fill('depth')
  await form.getByLabel('栏目名称').fill('积水深度（厘米）')
  await form.getByLabel('栏目类型').selectOption('NUMBER')
  await form.getByLabel('必填').check()
  await form.getByRole('button', { name: '加一栏' }).click()
  await form.getByLabel('栏目标识').nth(1).fill('passable')
  await form.getByLabel('栏目名称').nth(1).fill('车辆能否通行')
  await form.getByLabel('栏目类型').nth(1).selectOption('CHOICE')
  await form.getByLabel('选项').fill('能、不能')
  await form.getByRole('button', { name: '保存栏目' }).click()
  await form.getByText('补充栏目已生效').waitFor()

  // Its filing condition, its limit and its unit, published.
  const conditions = page.getByRole('region', { name: '立案条件和责任单位' })
  await conditions.getByRole('button', { name: '以现行版建底稿' }).click()
  await conditions.getByText('已建底稿').waitFor()
  await conditions.locator('input[name=condition]').fill('积水深度超过 15 厘米')
  await conditions.locator('input[name=closing]').fill('积水排除')
  await conditions.locator('input[name=limit]').fill('马上')
  await conditions.getByRole('button', { name: '加立案条件' }).click()
  await conditions.getByRole('alert').waitFor()
  await conditions.locator('input[name=limit]').fill('3 紧急工作时')
  await conditions.getByRole('button', { name: '加立案条件' }).click()
  await conditions.getByText('立案条件已存入底稿').waitFor()
  await conditions.locator('select[name=responsible]').selectOption({ label: '排水公司' })
  await conditions.getByRole('button', { name: '定责任单位' }).click()
  await conditions.getByText('责任单位：排水公司').waitFor()
  await picture(page, 'workshop-classes')
  await office.accessible(page, 'classes')
  await conditions.getByRole('button', { name: '发布规范' }).click()
  await conditions.getByText('规范已发布').waitFor()

  // A phone that synchronises after it reports by the new class.
  const street = await office.browser.newContext({ ...PHONE, geolocation: { longitude: 112.436, latitude: 34.675, accuracy: 8 } })
  street.setDefaultTimeout(45_000)
  const phone = await street.newPage()
  await phone.goto(`${office.server.base}/collector/`)
  await phone.locator('input[name=account]').fill('collector-1')
  await phone.locator('input[name=password]').fill(office.server.password('luoyang', 'collector-1'))
  await phone.getByRole('button', { name: '登录', exact: true }).click()
  await phone.getByRole('button', { name: '＋ 上报问题' }).waitFor()
  await phone.waitForFunction(() => localStorage.getItem('jingwei.synced') !== null)
  await phone.getByRole('button', { name: '签到' }).click()
  await phone.getByRole('heading', { name: /在岗/ }).waitFor()
  await phone.getByRole('button', { name: '＋ 上报问题' }).click()
  await phone.getByLabel('拍近景').setInputFiles(photo(7))
  await phone.getByLabel('查找类别').fill('下穿通道')
  await phone.getByRole('button', { name: '下穿通道积水', exact: true }).click()
  await phone.getByText('还缺：').filter({ hasText: '积水深度（厘米）' }).waitFor()
  await phone.locator('input[name=depth]').fill('35')
  await phone.locator('input[name=depth]').press('Tab')
  await phone.getByRole('button', { name: '不能', exact: true }).click()
  await phone.getByLabel('问题描述').fill('铁路桥下积水，车辆绕行')
  await phone.getByText(/已存本机/).first().waitFor()
  await phone.getByLabel('问题描述').scrollIntoViewIfNeeded()
  await picture(phone, 'workshop-phone')
  await phone.getByRole('button', { name: '上报', exact: true }).click()
  await phone.getByRole('tab', { name: /已发\s*1/ }).click()
  const number = (await phone.getByText(/^案件 /).textContent()).replace('案件 ', '').trim()
  await street.close()

  // Filed by its condition, proposed to its unit within its limit, handled by the man from the sheet, and closed.
  await office.lead(number, ['operator-1', 'accept'], ['shift-leader-1', 'file', { condition: 1 }])
  const proposal = await office.ask('dispatcher-1', 'GET', `/api/cases/${number}/proposal`)
  assert.equal(proposal.unit, 'drainage')
  assert.match(proposal.limit, /^3 /)
  await office.lead(number, ['dispatcher-1', 'dispatch', { unit: proposal.unit }])
  const unit = await (await office.browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })).newPage()
  unit.setDefaultTimeout(45_000)
  await unit.goto(`${office.server.base}/office/`)
  await unit.locator('input[name=account]').fill('drainage-1')
  await unit.locator('input[name=password]').fill(password)
  await unit.locator('input[name=password]').press('Enter')
  await unit.getByRole('heading', { name: '修改口令' }).waitFor()
  await unit.locator('#password-former').fill(password)
  await unit.locator('#password-wanted').fill('Peony-in-June-9')
  await unit.locator('#password-again').fill('Peony-in-June-9')
  await unit.getByRole('button', { name: '修改', exact: true }).click()
  await unit.getByText('口令已修改').waitFor()
  await office.go(unit, `/cases/${number}`)
  await unit.getByRole('heading', { name: number }).waitFor()
  await unit.getByRole('cell', { name: '积水深度（厘米）' }).waitFor()
  await unit.getByRole('cell', { name: '35', exact: true }).waitFor()
  await picture(unit, 'workshop-case')
  await unit.getByRole('region', { name: '可办动作' }).getByRole('button', { name: '处置完成', exact: true }).click()
  const dialog = unit.getByRole('dialog', { name: '处置完成', exact: true })
  await dialog.getByLabel('意见').fill('已抽排')
  await dialog.locator('input[type=file]').setInputFiles(photo(8))
  await dialog.locator('img').first().waitFor()
  await dialog.locator('button.el-button--primary').last().click()
  await unit.locator('.el-tag', { hasText: '待反馈' }).first().waitFor()
  const proof = async account => {
    const headers = { ...await office.speaking(account), 'Content-Type': 'image/png' }
    return (await office.send('/api/media', { method: 'POST', headers, body: readFileSync(photo(9)) })).hash
  }
  await office.lead(number, ['dispatcher-1', 'report-back'], ['operator-1', 'ask-check', { collector: 'collector-2' }],
    ['collector-2', 'pass-check', { evidence: [{ hash: await proof('collector-2'), kind: 'CHECK' }] }], ['shift-leader-1', 'close'])
  const closed = await office.ask('operator-1', 'GET', `/api/cases/${number}`)
  assert.equal(closed.stateName, '已结案')
  assert.deepEqual(closed.acts[0].particulars.extra, { depth: 35, passable: '不能' })

  // The column stands in the list that anybody exports.
  const csv = await fetch(`${office.server.base}/api/cases/export?form=csv&classCode=${code}`, { headers: await office.speaking('operator-1') }).then(answer => answer.text())
  assert.match(csv.split('\r\n')[0], /"积水深度（厘米）","车辆能否通行"$/)
  assert.match(csv.split('\r\n')[1], /"35","不能"$/)

  // A report that leaves out what must be answered is refused in words, and so is a wrong answer.
  const short = await office.ask('collector-1', 'POST', '/api/cases', { act: 'report', particulars: { ...closed.acts[0].particulars, extra: undefined } })
  assert.match(short.type, /extra-missing/)
  const wrong = await office.ask('collector-1', 'POST', '/api/cases', { act: 'report', particulars: { ...closed.acts[0].particulars, extra: { depth: '很深' } } })
  assert.match(wrong.type, /extra-wrong/)
  const unknown = await office.ask('collector-1', 'POST', '/api/cases', { act: 'report', particulars: { ...closed.acts[0].particulars, extra: { depth: 1, width: 2 } } })
  assert.match(unknown.type, /extra-unknown/)
  assert.deepEqual(page.faults, [])
  assert.deepEqual(office.violations, [])
})

// @Requirement({"APM-05", "APM-10"})
test('the missing holidays of next year are an alarm until they are entered in the browser', async () => {
  const page = await signedIn(office.browser, office.server, 'administrator-1')
  const { now } = await office.ask('administrator-1', 'GET', '/api/clock')
  const year = Number(now.slice(0, 4)) + 1
  const { missingYears } = await office.ask('administrator-1', 'GET', '/api/calendar')
  assert.deepEqual(missingYears, [year], 'the demonstration is played from October on')
  await page.getByRole('link', { name: /^告警 / }).click()
  await page.getByText(`${year} 年的放假安排还没有录入，跨年的时限会算错`).waitFor()
  await picture(page, 'workshop-alarms')
  await office.accessible(page, 'alarms')
  await page.getByRole('link', { name: '日历' }).click()
  await page.getByRole('alert').getByText(`缺少 ${year} 年的放假安排`).waitFor()
  await page.locator('textarea[name=days]').fill(`${year}-01-01 至 ${year}-01-03 放假 元旦\n${year}-02-30x 放假`)
  await page.getByText(/看不懂这一行/).waitFor()
  await page.locator('textarea[name=days]').fill(`${year}-01-01 至 ${year}-01-03 放假 元旦\n${year}-01-09 上班 元旦`)
  await page.getByText('放假 3 天，调休上班 1 天').waitFor()
  const today = new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10)
  assert.ok(await page.locator('input[name=valid-from]').inputValue() >= today)
  await picture(page, 'workshop-calendar')
  await office.accessible(page, 'calendar')
  await page.getByRole('button', { name: '发布日历' }).click()
  await page.getByText(`${year} 年放假安排已发布`).waitFor()
  await page.reload()
  await page.getByRole('region', { name: String(year) }).waitFor()
  const left = await office.ask('administrator-1', 'GET', '/api/alarms')
  assert.ok(!left.some(each => each.code === 'holidays-missing'), JSON.stringify(left))
  assert.deepEqual(page.faults, [])
  assert.deepEqual(office.violations, [])
})

// @Requirement("APM-06")
test('layers and symbols are set in the browser; the maps of desks and phones follow, and the former look comes back', async () => {
  const page = await signedIn(office.browser, office.server, 'administrator-1', { width: 1600, height: 1000 })
  const layers = () => office.ask('operator-1', 'GET', '/api/basemap/layers')
  const names = Object.fromEntries((await layers()).map(each => [each.id, each.nameZh]))
  await page.getByRole('link', { name: '图面', exact: true }).click()
  const list = page.getByRole('region', { name: '图层', exact: true })
  await list.getByLabel(names.buildings, { exact: true }).waitFor()
  await page.locator('input[name=note]').fill('开始的图面')
  await page.getByRole('button', { name: '保存图面' }).click()
  await page.getByText('图面已生效').waitFor()

  await list.getByLabel(names.buildings, { exact: true }).uncheck()
  await list.getByLabel(`${names.water}的颜色`).fill('#7722cc')
  await list.getByRole('button', { name: `${names.water}上移一层` }).click()
  await page.getByRole('button', { name: '加一种符号' }).click()
  const symbols = page.getByRole('region', { name: '部件符号' })
  await symbols.getByLabel('部件类').selectOption('component-01')
  await symbols.getByLabel('符号颜色').fill('#ff00aa')
  await page.locator('input[name=note]').fill('公用设施改红')
  await page.getByRole('button', { name: '保存图面' }).click()
  await page.getByRole('row', { name: /公用设施改红/ }).waitFor()
  await picture(page, 'workshop-look')
  await office.accessible(page, 'look of the map')
  const after = await layers()
  const of = id => after.find(each => each.id === id)
  assert.equal(of('buildings').visible, false)
  assert.deepEqual([of('water').color, of('water').recolored], ['#7722cc', true])
  assert.deepEqual(of('components').symbols, { 'component-01': '#ff00aa' })
  const refused = await office.ask('administrator-1', 'PUT', '/api/basemap/look', { layers: [{ layer: 'water', visible: true, color: 'blue' }], symbols: [] })
  assert.match(refused.type, /look-malformed/)
  assert.match((await office.ask('administrator-1', 'PUT', '/api/basemap/look', { layers: [{ layer: 'moon', visible: true }], symbols: [] })).type, /layer-unknown/)
  assert.match((await office.ask('operator-1', 'PUT', '/api/basemap/look', { layers: [], symbols: [] })).type, /permission-missing/)

  // Whoever opens the map of the base data sees it so.
  await page.goto(`${office.server.base}/office/basedata`)
  const legend = page.getByRole('complementary', { name: '图例' })
  await legend.getByLabel(names.water, { exact: true }).waitFor()
  assert.equal(await legend.getByLabel(names.buildings, { exact: true }).isChecked(), false)

  // So does a phone that synchronises, with the symbols of its own components in the new colour.
  const street = await office.browser.newContext({ ...PHONE, geolocation: { longitude: 112.436, latitude: 34.675, accuracy: 8 } })
  street.setDefaultTimeout(45_000)
  const phone = await street.newPage()
  await phone.goto(`${office.server.base}/collector/`)
  await phone.locator('input[name=account]').fill('collector-3')
  await phone.locator('input[name=password]').fill(office.server.password('luoyang', 'collector-3'))
  await phone.getByRole('button', { name: '登录', exact: true }).click()
  await phone.getByRole('button', { name: '＋ 上报问题' }).waitFor()
  await phone.waitForFunction(() => localStorage.getItem('jingwei.synced') !== null)
  const chunks = (await office.ask('collector-3', 'GET', '/api/collection/sync')).filter(each => each.name.startsWith('cell-'))
  let thing
  for (const chunk of chunks) thing ??= (await office.ask('collector-3', 'GET', `/api/collection/sync/${chunk.name}`)).components.find(each => each.classCode.startsWith('component-01'))
  await street.setGeolocation({ longitude: thing.at[0], latitude: thing.at[1], accuracy: 8 })
  await phone.goto(`${office.server.base}/collector/map`)
  await phone.locator('.canvas canvas').first().waitFor()
  await phone.waitForFunction(() => [...document.querySelectorAll('.canvas canvas')].some(canvas => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    for (let at = 0; at < data.length; at += 4) if (data[at] === 255 && data[at + 1] === 0 && data[at + 2] === 170 && data[at + 3] === 255) return true
    return false
  }))
  // No square of a hidden layer is drawn: the colour of buildings is nowhere on the map.
  await phone.waitForFunction(() => [...document.querySelectorAll('.canvas canvas')].every(canvas => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    for (let at = 0; at < data.length; at += 4) if (data[at] === 0xdf && data[at + 1] === 0xdc && data[at + 2] === 0xd5) return false
    return true
  }))
  await picture(phone, 'workshop-look-phone')
  await street.close()

  await page.goto(`${office.server.base}/office/workshop/map`)
  await page.getByRole('button', { name: '回到第 1 版' }).click()
  await page.getByText('已回到第 1 版').waitFor()
  const before = await layers()
  assert.equal(before.find(each => each.id === 'buildings').visible, true)
  assert.equal(before.find(each => each.id === 'components').symbols, undefined)
  assert.deepEqual(page.faults, [])
  assert.deepEqual(office.violations, [])
})
