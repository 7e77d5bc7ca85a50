// A citizen on a phone's screen, without an account: reports with a photo and a point, follows by number, sees the result, grades it
// and says that it is not solved.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, picture } from './desk.mjs'
import { PHONE, photo, speaker } from './field.mjs'
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

// @Requirement({"PUB-01", "PUB-02", "ACC-14"})
test('a citizen reports without an account, follows the number and grades the result', async () => {
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  page.setDefaultTimeout(45_000)
  const faults = []
  page.on('pageerror', fault => faults.push(String(fault)))
  page.on('console', said => { if (said.text().includes('Content Security Policy')) faults.push(said.text()) })
  await page.goto(`${server.base}/report/`)
  await page.getByRole('heading', { name: '2 在哪里' }).waitFor()
  await page.getByLabel('拍照或选照片').setInputFiles(photo('citizen', 300))
  await page.getByText('已有 1 张，最多 6 张').waitFor()
  await page.getByRole('button', { name: '用我现在的位置' }).click()
  await page.waitForFunction(() => document.querySelector('#address').value !== '')
  await page.getByRole('application').scrollIntoViewIfNeeded()
  await picture(page, 'citizen-where')
  await page.getByLabel('说明情况').fill('路口的路灯不亮，晚上很黑')
  // Closed in the middle, opened again: nothing has to be typed twice.
  await page.reload()
  await page.getByText('已有 1 张，最多 6 张').waitFor()
  assert.equal(await page.getByLabel('说明情况').inputValue(), '路口的路灯不亮，晚上很黑')
  await page.getByLabel('类别（不确定可不选）').fill('路灯')
  await page.getByRole('group', { name: '类别' }).getByRole('button', { name: '路灯', exact: true }).click()
  await page.getByLabel('手机号').fill('13900000011')
  await picture(page, 'citizen-report')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByRole('heading', { name: '已收到，谢谢您' }).waitFor()
  const [number, code] = await page.locator('dd.large').allTextContents()
  await picture(page, 'citizen-receipt')
  await page.getByRole('link', { name: '查进展' }).last().click()
  await page.getByText('已收到上报').waitFor()

  const { act, api, media } = others
  const begun = await api('operator-1', `/api/cases/${number}`)
  assert.equal(begun.reported.evidence.length, 1)
  assert.equal(begun.reported.reporter.phone, '139****0011')
  const piece = async (account, kind, side) => [{ hash: await media(account, kind.toLowerCase(), side), kind }]
  await act('operator-1', number, 'ask-verify', { collector: 'collector-2' })
  await act('collector-2', number, 'verify-true', { evidence: await piece('collector-2', 'VERIFY', 61) })
  await act('operator-1', number, 'accept', { condition: 1 })
  await act('shift-leader-1', number, 'file')
  await act('dispatcher-1', number, 'dispatch', { unit: 'lighting' })
  await act('lighting-1', number, 'handle', { opinion: '已更换灯泡', evidence: await piece('lighting-1', 'AFTER', 62) })
  await act('dispatcher-1', number, 'report-back')
  await act('operator-1', number, 'ask-check', { collector: 'collector-3' })
  await act('collector-3', number, 'pass-check', { evidence: await piece('collector-3', 'CHECK', 63) })
  await act('shift-leader-1', number, 'close', { opinion: '同意结案' })

  await page.goto(`${server.base}/report/luoyang/follow`)
  await page.getByLabel('编号').fill(number)
  await page.getByLabel('查询码').fill('WRONG234')
  await page.getByRole('button', { name: '查进展' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('查询码').fill(code.toLowerCase())
  await page.getByRole('button', { name: '查进展' }).click()
  await page.getByText('已办结').waitFor()
  await page.getByText('已更换灯泡').waitFor()
  const result = page.locator('.photos img').first()
  await result.waitFor()
  assert.ok(await result.evaluate(async image => { await image.decode(); return image.naturalWidth }) > 0, 'the photo of the result is seen')
  await picture(page, 'citizen-result')
  await page.getByRole('button', { name: '2 不满意' }).click()
  await page.getByRole('button', { name: '没有解决' }).click()
  await page.getByLabel('想说的话').fill('换了灯泡还是不亮')
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.getByText('您已评价：2 分，没有解决').waitFor()
  await picture(page, 'citizen-graded')
  assert.match(JSON.stringify(await api('shift-leader-1', '/api/notices')), new RegExp(number), 'the shift leader is told')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('Graded 2: not solved').waitFor()
  assert.deepEqual(faults, [])
  await context.close()
})

// @Requirement({"PUB-01"})
test('a point outside and a closed page are told in words', async () => {
  const context = await browser.newContext({ ...PHONE, geolocation: { longitude: 120.1, latitude: 30.2, accuracy: 8 } })
  const page = await context.newPage()
  page.setDefaultTimeout(45_000)
  await page.goto(`${server.base}/report/luoyang`)
  await page.getByRole('button', { name: '用我现在的位置' }).click()
  await page.getByText('这里不在本平台的管理范围内').waitFor()
  assert.ok(await page.getByRole('button', { name: '提交', exact: true }).isDisabled())
  await page.goto(`${server.base}/report/nowhere`)
  await page.getByRole('alert').waitFor()
  await context.close()
})
