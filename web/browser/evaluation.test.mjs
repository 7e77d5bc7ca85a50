// 综合评价 in a real browser: a month is played by program, then evaluated, followed to its cases and acts, sealed, objected to, appealed,
// reckoned again, printed and counted freely, as the head of supervision and a unit do it.
// EVA-03 EVA-04 EVA-06 EVA-07 EVA-08 EVA-09 EVA-11 EVA-12 STA-01 ACC-24 COL-19
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openOffice, photo, PICTURES } from './desk.mjs'

const WIDE = { width: 1440, height: 900 }
const DAY = '2026-10-01'
let office
let late
let photos = 10

/** `12 09:30` of October 2026 in Shanghai; the platform's clock stands there. */
const at = moment => office.ask('administrator-1', 'PUT', '/api/clock', { moveTo: new Date(`2026-${moment}:00+08:00`).toISOString(), rate: 0 })

async function evidence(account, kind) {
  const headers = await office.speaking(account)
  const { hash } = await office.send('/api/media', { method: 'POST', headers: { ...headers, 'Content-Type': 'image/png' }, body: readFileSync(photo(++photos)) })
  return [{ hash, kind }]
}

async function act(number, account, name, particulars = {}) {
  const done = await office.ask(account, 'POST', `/api/cases/${number}/acts`, { act: name, particulars })
  assert.ok(done.number, `${name} ${JSON.stringify(done)}`)
}

/** A case up to the unit; what it is about says which. */
async function dispatched(point, classCode, unit) {
  const begun = await office.ask('collector-1', 'POST', '/api/cases', { act: 'report', particulars: { description: '巡查发现', classCode,
    condition: classCode === 'component-0101' ? 2 : 1, point, evidence: await evidence('collector-1', 'BEFORE') } })
  assert.ok(begun.number, JSON.stringify(begun))
  await act(begun.number, 'operator-1', 'accept')
  await act(begun.number, 'shift-leader-1', 'file')
  await act(begun.number, 'dispatcher-1', 'dispatch', { unit })
  return begun.number
}

async function finished(number, unit) {
  await act(number, `${unit}-1`, 'handle', { evidence: await evidence(`${unit}-1`, 'AFTER'), opinion: '已处置' })
  await act(number, 'dispatcher-1', 'report-back')
  await act(number, 'operator-1', 'ask-check', { collector: 'collector-2' })
  await act(number, 'collector-2', 'pass-check', { evidence: await evidence('collector-2', 'CHECK') })
  await act(number, 'shift-leader-1', 'close')
}

before(async () => {
  office = await openOffice({ JINGWEI_DEMO_CLOCK: '2026-10-12T00:00:00Z' })
  const [center, north, east] = [{ longitude: 112.4412, latitude: 34.6701 }, { longitude: 112.4430, latitude: 34.6760 }, { longitude: 112.4520, latitude: 34.6710 }]
  await at('10-13T09:00')
  const first = await dispatched(center, 'component-0101', 'water')
  const second = await dispatched(north, 'event-0201', 'urban-management')
  const third = await dispatched(east, 'event-0201', 'urban-management')
  const returned = await dispatched(north, 'component-0101', 'municipal')
  await act(returned, 'municipal-1', 'ask-return', { reason: '井盖属供水公司' })
  await act(returned, 'dispatcher-1', 'grant-return')
  await act(returned, 'dispatcher-1', 'dispatch', { unit: 'water' })
  await at('10-13T10:00')
  await finished(first, 'water')
  await finished(second, 'urban-management')
  await finished(third, 'urban-management')
  await finished(returned, 'water')
  late = await dispatched(east, 'component-0101', 'water')
  await at('10-15T10:00')
  await finished(late, 'water')
})
after(() => office?.close())

async function open(account, path) {
  const page = await office.desk(account, WIDE)
  await page.goto(`${office.server.base}/office/evaluation${path}`)
  await page.getByRole('navigation', { name: '综合评价' }).waitFor()
  const day = page.locator('input[name=day]').first()
  if (await day.count()) await day.fill(DAY)
  return page
}

async function picture(page, name) {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

test('a number is followed to the words, the cases and the acts that made it', async () => {
  const page = await open('center-chief-1', '')
  const water = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /供水/ }) }).first()
  // The facts follow the acts within seconds.
  await page.waitForFunction(() => [...document.querySelectorAll('h2')].some(one => one.textContent.includes('2026')))
  await page.getByRole('row').filter({ hasText: '66.67' }).first().waitFor()
  assert.match(await water.textContent(), /66\.67/)
  // Who lost its case by a granted return has nothing to be judged by.
  assert.match(await page.getByRole('rowheader', { name: /市政设施/ }).textContent(), /—/)
  await page.getByRole('img', { name: /综合/ }).first().waitFor()
  await picture(page, 'evaluation-results')
  await water.getByRole('button', { name: '66.67', exact: true }).first().click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText(/按期处置数 2.*应处置数 3/).first().waitFor()
  await drawer.getByRole('button', { name: /处置数 3$/ }).first().click()
  await drawer.getByRole('link', { name: late }).waitFor()
  assert.equal(await drawer.getByRole('link').count(), 3)
  await drawer.getByRole('img', { name: '趋势' }).locator('circle').first().waitFor()
  await picture(page, 'evaluation-grounds')
  await drawer.getByRole('link', { name: late }).click()
  await page.getByText('处置完成').first().waitFor()
  await picture(page, 'evaluation-case')
})

test('like units are ranked among themselves', async () => {
  const page = await open('center-chief-1', '')
  await page.getByRole('button', { name: '新建分组…' }).click()
  await page.locator('input[name=group-id]').fill('utilities')
  await page.locator('input[name=group-name]').fill('公用事业')
  await page.getByRole('checkbox', { name: '供水公司', exact: true }).check()
  await page.getByRole('checkbox', { name: '路灯管理处', exact: true }).check()
  await page.getByRole('button', { name: '保存分组' }).click()
  await page.waitForFunction(() => document.querySelectorAll('tbody th[scope=row]').length === 3)
  assert.equal(await page.locator('select[name=group]').inputValue(), 'utilities')
})

test('areas are colored with a pattern for every grade and ranked', async () => {
  const page = await open('center-chief-1', '')
  await page.locator('select[name=subject]').selectOption('subdistrict')
  const map = page.getByRole('img', { name: '评价地图' })
  await map.locator('path[fill^="url(#grade-"]').first().waitFor()
  assert.ok(await map.locator('pattern').count() >= 5)
  await map.locator('path[fill^="url(#grade-"]').first().scrollIntoViewIfNeeded()
  await picture(page, 'evaluation-map')
  await map.locator('path[fill^="url(#grade-"]').first().click()
  await page.getByRole('dialog').getByRole('listitem').first().waitFor()
})

test('a sheet of the city is made in the browser and published when its examples hold', async () => {
  const page = await open('center-chief-1', '/sheets')
  const body = `sheet city-units
title 市直部门评价
grades
  A >= 85 优秀 0,160,80 plain
  C >= 60 合格 255,210,0 lines
  E >= 0 不合格 30,30,30 solid
indicator CU-B01 办结数 handled
  kind base
  for unit
  formula handled
indicator CU-B02 应办数 due
  kind base
  for unit
  formula handled + handled_overdue
indicator CU-R01 办结率 handling rate
  kind ratio
  for unit
  formula CU-B01 / CU-B02 * 100
indicator CU-S10 综合值 composite
  kind composite
  for unit
  parts CU-R01 70%, min(100, CU-B01) 30%
examples
  unit CU-B01 90, CU-B02 100 => CU-R01 90, CU-S10 90 A
`
  const text = page.locator('textarea[name=sheet]')
  await page.locator('li button').first().waitFor()
  await page.waitForFunction(() => document.querySelector('textarea[name=sheet]').value !== '')
  await text.fill(body.replace('=> CU-R01 90', '=> CU-R01 91'))
  await page.getByRole('button', { name: /校验/ }).click()
  await page.getByRole('alert').getByText(/CU-R01/).first().waitFor()
  assert.ok(await page.getByRole('button', { name: '发布' }).isDisabled())
  await picture(page, 'evaluation-sheet-faulty')
  await text.fill(body)
  await page.getByRole('button', { name: /校验/ }).click()
  await page.getByText('4 个指标、1 个算例全部成立').waitFor()
  await page.locator('input[type=date]').fill('2027-01-01')
  await page.getByRole('button', { name: '发布' }).click()
  await page.getByRole('button', { name: /市直部门评价/ }).waitFor()
  await picture(page, 'evaluation-sheets')
})

test('what people bring counts when another has approved it', async () => {
  const operator = await open('operator-1', '/findings')
  await operator.locator('input[name=mark-amount]').fill('95')
  await operator.locator('input[name=mark-reason]').fill('十月回访')
  await operator.getByRole('button', { name: '录入', exact: true }).click()
  await operator.getByRole('cell', { name: '十月回访' }).waitFor()
  const chief = await open('center-chief-1', '/findings')
  await chief.locator('input[name=mark-opinion]').fill('核对无误')
  await chief.getByRole('button', { name: '通过', exact: true }).click()
  await chief.getByText('已计入').waitFor()
  await chief.locator('input[name=fault-number]').fill(late)
  await chief.locator('input[name=fault-post]').fill('collector-3')
  await chief.locator('input[name=fault-reason]').fill('责任网格内应发现未发现')
  await chief.getByRole('button', { name: '确认差错' }).click()
  await chief.getByRole('region', { name: '采集差错' }).getByRole('link', { name: late }).waitFor()
  await picture(chief, 'evaluation-findings')
})

test('a month is sealed, objected to, appealed and reckoned again', async () => {
  await at('11-02T09:00')
  const chief = await open('center-chief-1', '/seals')
  await chief.locator('input[name=reason]').fill('十月评价公布')
  await chief.getByRole('button', { name: '封存', exact: true }).click()
  await chief.getByRole('cell', { name: '十月评价公布' }).waitFor()
  const unit = await open('water-1', '/seals')
  await unit.getByRole('button', { name: '查看' }).first().click()
  for (const [name, value] of [['code', 'water'], ['indicator', 'DP-R02'], ['number', late], ['objection', '暴雨封路']]) await unit.locator(`input[name=${name}]`).fill(value)
  await unit.getByRole('button', { name: '提出异议' }).click()
  await unit.getByText(/water DP-R02.*暴雨封路/).waitFor()
  await unit.goto(`${office.server.base}/office/evaluation/findings`)
  await unit.locator('input[name=appeal-number]').fill(late)
  await unit.locator('input[name=appeal-reason]').fill('暴雨封路')
  await unit.getByRole('button', { name: '提出申诉' }).click()
  await unit.getByText('待初审').waitFor()
  const dispatcher = await open('dispatcher-1', '/findings')
  await dispatcher.locator('input[name=appeal-opinion]').fill('属实')
  await dispatcher.getByRole('button', { name: '成立', exact: true }).click()
  await dispatcher.getByText('待终审').waitFor()
  await chief.goto(`${office.server.base}/office/evaluation/findings`)
  await chief.locator('input[name=appeal-opinion]').fill('同意')
  await chief.getByRole('button', { name: '成立', exact: true }).click()
  await chief.getByRole('region', { name: '超时申诉' }).getByText('同意').waitFor()
  await open('center-chief-1', '/seals')
  await chief.getByRole('button', { name: '查看' }).first().click()
  await chief.locator('input[name=opinion]').fill('暴雨属实，重算')
  await chief.getByRole('button', { name: '成立', exact: true }).click()
  await chief.getByText('成立：暴雨属实，重算').waitFor()
  await chief.locator('input[name=reason]').fill('申诉成立')
  await chief.getByRole('button', { name: '重算为新的一次' }).click()
  await chief.getByRole('cell', { name: '申诉成立' }).waitFor()
  await chief.getByRole('row').filter({ hasText: '申诉成立' }).getByRole('button', { name: '查看' }).click()
  await chief.getByRole('row', { name: /供水公司.*按期处置率.*66\.67.*100/ }).first().waitFor()
  await picture(chief, 'evaluation-seals')
})

test('free statistics are drawn, kept as a scheme and taken along as a table', async () => {
  const page = await open('center-chief-1', '/statistics')
  const scheme = page.locator('select[name=scheme]')
  await scheme.locator('option', { hasText: '按问题来源统计' }).waitFor({ state: 'attached' })
  await scheme.selectOption({ label: '按问题来源统计' })
  await page.getByRole('columnheader', { name: '立案数', exact: true }).waitFor()
  await page.locator('input[type=date]').first().fill('2026-10-01')
  await page.locator('input[type=date]').nth(1).fill('2026-10-31')
  await page.getByRole('button', { name: '统计', exact: true }).click()
  await page.getByRole('cell', { name: '5', exact: true }).first().waitFor()
  await page.getByRole('img', { name: '统计图' }).locator('rect').first().waitFor()
  await page.locator('input[name=scheme-name]').fill('每月来源')
  await page.getByRole('button', { name: '保存方案' }).click()
  await scheme.locator('option', { hasText: '每月来源' }).waitFor({ state: 'attached' })
  await page.getByRole('button', { name: '删除方案' }).waitFor()
  await picture(page, 'evaluation-statistics')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 CSV' }).click()])
  const file = join(PICTURES, 'evaluation-statistics.csv')
  await download.saveAs(file)
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split('\r\n')
  assert.match(head, /立案数/)
  assert.equal(lines.length, await page.locator('tbody tr').count())
  // Kept schemes are there when the page is opened again.
  const again = await open('center-chief-1', '/statistics')
  await again.locator('select[name=scheme] option', { hasText: '每月来源' }).waitFor({ state: 'attached' })
  await again.locator('select[name=scheme]').selectOption({ label: '每月来源' })
  await again.getByRole('columnheader', { name: '立案数', exact: true }).waitFor()
  await again.getByRole('button', { name: '删除方案' }).click()
  await again.locator('select[name=scheme] option', { hasText: '每月来源' }).waitFor({ state: 'detached' })
})

test('ledgers with their shares', async () => {
  const page = await open('center-chief-1', '/ledgers')
  await page.getByRole('tab', { name: /回退数.*1.*20\.00%/s }).waitFor()
  assert.equal(await page.getByRole('table').getByRole('link').count(), 1)
  await picture(page, 'evaluation-ledgers')
})

test('the month is printed', async () => {
  const page = await open('center-chief-1', '/reports')
  for (const [form, name, start] of [['PDF', 'pdf', '%PDF'], ['Word', 'word', 'PK'], ['Excel', 'excel', 'PK']]) {
    await page.getByRole('button', { name: `生成 ${form}` }).click()
    const link = page.getByRole('link', { name: new RegExp(`（${form}）$`) }).first()
    await link.waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    const file = join(PICTURES, `evaluation-report.${name}`)
    await download.saveAs(file)
    assert.equal(readFileSync(file).subarray(0, start.length).toString(), start)
  }
  await page.locator('select[name=layout]').selectOption('weekly')
  await page.locator('select[name=every]').selectOption('week')
  await page.getByRole('button', { name: '保存版式' }).click()
  await page.waitForFunction(() => document.querySelector('select[name=every]').value === 'week')
  await picture(page, 'evaluation-reports')
})

test('the screens are accessible and threw nothing', async () => {
  const page = await open('center-chief-1', '')
  await page.getByRole('row').nth(2).waitFor()
  await office.accessible(page, 'results')
  for (const path of ['ledgers', 'findings', 'seals', 'sheets', 'reports', 'statistics']) {
    await open('center-chief-1', `/${path}`)
    await page.getByRole('button').first().waitFor()
    await office.accessible(page, path)
  }
  assert.deepEqual(office.violations, [])
  for (const one of office.pages.values()) assert.deepEqual(one.faults, [])
})
