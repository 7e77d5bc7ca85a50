// A collector's shift beside the reports: contacts, roll call with a photo, a task handed to a colleague, a census, a changed component,
// the password, the other language.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, picture } from './desk.mjs'
import { PHONE, photo, speaker } from './field.mjs'
import { startServer } from './server.mjs'

let server, browser, others
const point = { longitude: PHONE.geolocation.longitude, latitude: PHONE.geolocation.latitude }

before(async () => {
  server = await startServer()
  others = speaker(server)
  browser = await launch()
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

async function phone(account) {
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  page.setDefaultTimeout(45_000)
  page.faults = []
  page.on('pageerror', fault => page.faults.push(String(fault)))
  page.on('console', said => { if (said.text().includes('Content Security Policy')) page.faults.push(said.text()) })
  await page.goto(`${server.base}/collector/`)
  await picture(page, 'collector-sign-in')
  await page.locator('input[name=account]').fill(account)
  await page.locator('input[name=password]').fill(server.password('luoyang', account))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('button', { name: '＋ 上报问题' }).waitFor()
  await page.waitForFunction(() => localStorage.getItem('jingwei.synced') !== null)
  return page
}

// @Requirement({"ACQ-21", "ACQ-22", "ACQ-23", "ACQ-24", "ACQ-25", "DEV-14", "DEV-15", "DEV-21"})
test('contacts, roll call, a task handed over, a census and a changed component', async () => {
  const { act, api } = others
  await api('shift-leader-1', '/api/collection/censuses', { id: crypto.randomUUID(), title: '窨井盖普查', words: '逐个看防坠网', dutyGrids: [],
    until: '2027-12-31T00:00:00Z', questions: [{ name: 'net', label: '有防坠网', kind: 'YES', required: true }] })
  const page = await phone('collector-5')
  await page.getByRole('button', { name: '通讯录' }).click()
  await page.getByRole('link', { name: '一键呼叫监督中心' }).waitFor()
  const dial = page.getByRole('link', { name: /^呼叫 / }).first()
  assert.match(await dial.getAttribute('href'), /^tel:\d+/)
  await page.getByRole('checkbox').first().check()
  await page.getByRole('checkbox').nth(1).check()
  assert.match(await page.getByRole('link', { name: '发短信给 2 人' }).getAttribute('href'), /^sms:\d+,\d+/)
  await picture(page, 'collector-contacts')

  const { id: call } = await api('shift-leader-1', '/api/collection/roll-calls', { posts: ['collector-5'], minutes: 10, words: '' })
  await page.goto(`${server.base}/collector/roll-calls/${call}`)
  await page.getByLabel('拍现场').setInputFiles(photo('roll', 200))
  await page.locator('figure img').waitFor()
  await picture(page, 'collector-roll-call')
  await page.getByRole('button', { name: '我在这里，应答' }).click()
  await page.getByText('已应答，位置已送出').waitFor()
  const [line] = await api('shift-leader-1', '/api/collection/roll-calls?post=collector-5')
  assert.ok(line.photo && line.inTime)

  const registered = await api('operator-1', '/api/cases', { act: 'register', particulars: { source: 'HOTLINE', description: '热线反映井盖破损',
    classCode: 'component-0101', condition: 1, point } })
  await act('operator-1', registered.number, 'ask-verify', { collector: 'collector-5' })
  await page.goto(`${server.base}/collector/tasks`)
  await page.getByText('热线反映井盖破损').click()
  await page.getByText('转交同事').click()
  await page.getByLabel('同事').selectOption('collector-6')
  await page.getByLabel('转交原因').fill('离他更近')
  await page.getByRole('button', { name: '请他接办' }).click()
  await page.getByText('他同意后任务转给他').waitFor()
  await picture(page, 'collector-hand-over')
  const colleague = await phone('collector-6')
  await colleague.goto(`${server.base}/collector/tasks`)
  await colleague.getByRole('heading', { name: /请您接办/ }).waitFor()
  await picture(colleague, 'collector-offer')
  await colleague.getByRole('button', { name: '同意接办' }).click()
  await colleague.getByText('热线反映井盖破损').waitFor()
  assert.equal((await api('operator-1', `/api/cases/${registered.number}`)).task.collector, 'collector-6')
  assert.deepEqual(colleague.faults, [])
  await colleague.context().close()

  await page.goto(`${server.base}/collector/`)
  await page.getByRole('button', { name: '普查 · 窨井盖普查' }).click()
  await page.getByRole('button', { name: '是', exact: true }).click()
  await page.getByText(/已存本机/).waitFor()
  await picture(page, 'collector-census')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '送出' }).click()
  await page.getByText('没有网络，内容都在本机').waitFor()
  await page.context().setOffline(false)
  await page.getByRole('tab', { name: /已发\s*1/ }).waitFor()

  await page.goto(`${server.base}/collector/`)
  await page.getByRole('button', { name: '部件变更' }).click()
  await page.getByRole('button', { name: '新增' }).click()
  await page.getByLabel('查找类别').fill('路灯')
  await page.getByRole('button', { name: '路灯', exact: true }).click()
  await page.getByLabel('拍近景').setInputFiles(photo('component', 220))
  await page.locator('figure img').waitFor()
  await page.getByLabel('说明').fill('新装路灯一盏')
  await page.getByText(/已存本机/).waitFor()
  await picture(page, 'collector-component')
  await page.getByRole('button', { name: '送出' }).click()
  await page.getByRole('tab', { name: /已发\s*2/ }).waitFor()
  const [note] = await api('administrator-1', '/api/collection/notes')
  assert.equal(note.words, '新装路灯一盏')
  assert.deepEqual(note.missing, [], 'its photo is there')
  assert.deepEqual(page.faults, [])
  await page.context().close()
})

// @Requirement({"DEV-01", "DEV-19"})
test('a changed password opens what is on the phone, and the app speaks English', async () => {
  const page = await phone('collector-7')
  await page.goto(`${server.base}/collector/me`)
  await page.getByText('修改口令', { exact: true }).first().click()
  await page.locator('input[name=former]').fill(server.password('luoyang', 'collector-7'))
  await page.locator('input[name=wanted]').fill('Peony-in-November-9')
  await page.locator('input[name=again]').fill('Peony-in-November-9')
  await page.getByRole('button', { name: '修改口令' }).click()
  await page.getByText('口令已修改').waitFor()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.locator('input[name=password]').fill('Peony-in-November-9')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText('离线，照常工作').waitFor()
  await page.getByRole('button', { name: '我的' }).click()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('Offline, work goes on').waitFor()
  await page.getByRole('button', { name: 'Home' }).click()
  await page.getByRole('button', { name: '＋ Report' }).waitFor()
  await picture(page, 'collector-english')
  assert.deepEqual(page.faults, [])
  await page.context().close()
})
