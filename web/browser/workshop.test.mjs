// The process workshop: a page is examined as it is typed, drawn, compared, tried on the month's cases, published ahead or at once,
// and a case is accepted under it; then the former one comes back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openOffice, picture, signedIn } from './desk.mjs'

let office

before(async () => { office = await openOffice() })
after(() => office?.close())

// @Requirement({"COL-02", "APM-03"})
test('an administrator changes the process without programming', async () => {
  const number = await office.filed()
  await office.lead(number, ['dispatcher-1', 'dispatch', { unit: 'water' }])
  const page = await signedIn(office.browser, office.server, 'administrator-1')
  await page.goto(`${office.server.base}/office/workshop/process`)
  await page.getByText(/十二条全部成立/).waitFor()
  const text = page.locator('textarea[name=process]')
  const begun = await text.inputValue()
  assert.match(begun, /^process standard 2\b/m, 'the page to work on has the next number')
  await office.accessible(page, 'process workshop')

  // An article broken: a dispatcher may not close. Said with the line, while it is typed.
  await text.fill(begun.replace(/^(\s*to-close\s+close\s+)shift-leader/m, '$1dispatcher'))
  const faults = page.getByRole('alert')
  await faults.getByText(/A\d+/).first().waitFor()
  await faults.getByRole('button', { name: /第 \d+ 行/ }).first().click()
  await picture(page, 'workshop-broken')
  assert.ok(await page.getByRole('button', { name: '发布', exact: true }).isDisabled())

  // A lawful change: another limit of the acceptance.
  await text.fill(begun.replace(/^(\s*reported\s+collection\s+待受理\s+accept\s+)15 分钟/m, '$130 分钟'))
  await page.getByText(/十二条全部成立/).waitFor()
  await page.getByRole('tab', { name: '流程图' }).click()
  await page.getByRole('img', { name: /个状态/ }).waitFor()
  await page.getByLabel('看一个状态').selectOption('handling')
  await page.getByRole('figure').getByRole('listitem').filter({ hasText: '待反馈' }).first().waitFor()
  await picture(page, 'workshop-diagram')
  await office.accessible(page, 'diagram')
  await page.getByRole('tab', { name: '与现行比较' }).click()
  await page.locator('ins', { hasText: '30 分钟' }).waitFor()
  await page.locator('del', { hasText: '15 分钟' }).first().waitFor()
  await picture(page, 'workshop-difference')
  await page.getByRole('tab', { name: '试走' }).click()
  await page.getByRole('button', { name: '用近三十天的案件试走' }).click()
  await page.getByText(/次办理，全部走得通/).waitFor()

  // Published ahead, it waits; published at once, new cases are accepted under it and the running one keeps its own.
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText('已发布 standard 第 2 版').waitFor()
  await page.getByRole('row', { name: /standard 2/ }).waitFor()
  await picture(page, 'workshop-versions')
  const fresh = await office.report()
  const of = async each => (await office.ask('administrator-1', 'GET', `/api/cases/${each}`))
  const [old, young] = [await of(number), await of(fresh)]
  assert.deepEqual([old.processVersion, young.processVersion], [1, 2])
  const minutes = (Date.parse(young.clock.due) - Date.parse(young.acts[0].at)) / 60_000
  assert.ok(minutes >= 29, `the new limit counts: ${minutes} minutes`)

  // Back to the former one: its text under the next number.
  await page.getByRole('button', { name: '以第 1 版为底稿' }).click()
  await page.locator('ins', { hasText: '15 分钟' }).first().waitFor()
  assert.match(await text.inputValue(), /^process standard 3\b/m)
  await page.getByRole('tab', { name: '条款' }).click()
  await page.getByText(/十二条全部成立/).waitFor()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText('已发布 standard 第 3 版').waitFor()
  assert.deepEqual(page.faults, [])
  assert.deepEqual(office.violations, [])
})

test('a version published ahead waits for its moment, and a past one is refused in words', async () => {
  const view = await office.ask('administrator-1', 'GET', '/api/process')
  const next = view.page.replace(/^(process standard )\d+/m, '$19')
  const { now } = await office.ask('administrator-1', 'GET', '/api/clock')
  const past = await office.ask('administrator-1', 'POST', '/api/process', { page: next, validFrom: new Date(Date.parse(now) - 60_000).toISOString() })
  assert.match(past.type, /valid-from-past/)
  const ahead = new Date(Date.parse(now) + 10_000).toISOString()
  const kept = await office.ask('administrator-1', 'POST', '/api/process', { page: next, validFrom: ahead })
  assert.equal(kept.versions?.[0].version, 9, JSON.stringify(kept))
  assert.equal((await office.ask('administrator-1', 'GET', '/api/process')).version, view.version)
  let version = 0
  for (const until = Date.now() + 40_000; version !== 9 && Date.now() < until;) version = (await office.ask('administrator-1', 'GET', '/api/process')).version
  assert.equal(version, 9)
})
