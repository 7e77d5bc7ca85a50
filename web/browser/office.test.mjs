// One case walked by hand in a real browser, from the report to the close, with a failed check, a second round
// and a weekend between, the platform's clock moved.
import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { deflateSync, crc32 } from 'node:zlib'
import { chromium } from 'playwright-core'
import { startServer } from './server.mjs'

const PICTURES = resolve(import.meta.dirname, '../../target/pictures')
let server
let browser
const pages = new Map()

before(async () => {
  mkdirSync(PICTURES, { recursive: true })
  server = await startServer()
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'] })
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

/** A small photo, another one for every number. */
function photo(number) {
  const rows = Buffer.concat(Array.from({ length: 48 }, (_, y) => Buffer.from([0, ...Array.from({ length: 48 * 3 }, (_, x) => (x * number + y * 5) % 256)])))
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const head = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    const tail = Buffer.alloc(4)
    tail.writeUInt32BE(crc32(body) >>> 0)
    return Buffer.concat([head, body, tail])
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(48, 0)
  size.writeUInt32BE(48, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const file = join(PICTURES, `photo-${number}.png`)
  writeFileSync(file, Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', size), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]))
  return file
}

/** The page of a post, signed in, each in a browser context of its own. */
async function desk(account) {
  if (!pages.has(account)) {
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })).newPage()
    page.setDefaultTimeout(90_000)
    page.faults = []
    page.on('pageerror', fault => page.faults.push(String(fault)))
    await page.goto(`${server.base}/office/`)
    await page.locator('input[name=account]').fill(account)
    await page.locator('input[name=password]').fill(server.password('luoyang', account))
    await page.locator('input[name=password]').press('Enter')
    await page.getByRole('table').first().waitFor()
    pages.set(account, page)
  }
  return pages.get(account)
}

/** Performs an act on the case page of a post and waits for the state it leads to. */
async function act(number, account, name, state, { opinion, reason, photo: file, collector } = {}) {
  const page = await desk(account)
  await page.goto(`${server.base}/office/cases/${number}`)
  await page.getByRole('button', { name, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  if (opinion) await dialog.getByLabel('意见').fill(opinion)
  if (reason) await dialog.getByLabel('理由').fill(reason)
  if (collector) {
    await dialog.getByLabel('采集员').click()
    await page.getByRole('option', { name: collector, exact: true }).click()
  }
  if (file) {
    await dialog.locator('input[type=file]').setInputFiles(file)
    await dialog.locator('img').first().waitFor()
  }
  await dialog.locator('button.el-button--primary').last().click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText(state, { exact: true }).first().waitFor()
}

const send = (path, init) => fetch(server.base + path, init).then(answer => answer.json())

/** Headers of a program that speaks for an account. */
async function speaking(account) {
  const { token } = await send('/api/sessions', { method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ platform: 'luoyang', account, password: server.password('luoyang', account) }) })
  return { 'Authorization': `Bearer ${token}`, 'Idempotency-Key': crypto.randomUUID() }
}

/** Moves the platform's clock over the coming weekend, to Monday 09:00 in Shanghai. */
async function overTheWeekend() {
  const headers = await speaking('administrator-1')
  const { now } = await send('/api/clock', { headers })
  const monday = new Date(now)
  monday.setUTCDate(monday.getUTCDate() + ((8 - monday.getUTCDay()) % 7 || 7))
  monday.setUTCHours(1, 0, 0, 0)
  await send('/api/clock', { method: 'PUT', headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ moveTo: monday.toISOString() }) })
  const moved = await send('/api/clock', { headers })
  assert.ok(new Date(moved.now) >= monday, JSON.stringify(moved))
}

/** Reports as a collector through the published contract. */
async function report() {
  const headers = await speaking('collector-1')
  const { readFileSync } = await import('node:fs')
  const { hash } = await send('/api/media', { method: 'POST', headers: { ...headers, 'Content-Type': 'image/png' }, body: readFileSync(photo(1)) })
  const begun = await send('/api/cases', { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify({ act: 'report', particulars: { description: '上水井盖破损，影响通行', classCode: 'component-0101', condition: 1,
      point: { longitude: 112.436, latitude: 34.675 }, address: '湖北路与郑州路交叉口', evidence: [{ hash, kind: 'BEFORE' }] } }) })
  assert.ok(begun.number, JSON.stringify(begun))
  return begun.number
}

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
  await overTheWeekend()
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
