// The wall and the leaders' phone in a real browser: figures that move by themselves, records, orders, a line that is cut and
// heals with nothing missed, screens of three sizes.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { deflateSync, crc32 } from 'node:zlib'
import { chromium } from 'playwright-core'
import { openLine } from './line.mjs'
import { startServer } from './server.mjs'

const PICTURES = resolve(import.meta.dirname, '../../target/pictures')
let server
let browser
let hash
const tokens = new Map()

before(async () => {
  mkdirSync(PICTURES, { recursive: true })
  server = await startServer()
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'] })
  hash = (await call('collector-1', 'POST', '/api/media', photo(), 'image/png')).hash
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

function photo() {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const head = Buffer.alloc(4), tail = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    tail.writeUInt32BE(crc32(body) >>> 0)
    return Buffer.concat([head, body, tail])
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(32, 0)
  size.writeUInt32BE(32, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.concat(Array.from({ length: 32 }, (_, y) => Buffer.from([0, ...Array.from({ length: 96 }, (_, x) => (x * 3 + y * 7) % 256)])))
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', size), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

async function call(account, method, path, body, type = 'application/json', platform = 'luoyang') {
  const who = `${platform}/${account}`
  if (!tokens.has(who)) {
    const answer = await fetch(`${server.base}/api/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ platform, account, password: server.password(platform, account) }) })
    tokens.set(who, (await answer.json()).token)
  }
  const answer = await fetch(server.base + path, { method, body: body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    headers: { 'Authorization': `Bearer ${tokens.get(who)}`, 'Content-Type': type, 'Idempotency-Key': crypto.randomUUID() } })
  const said = await answer.text()
  assert.ok(answer.ok, `${path}: ${answer.status} ${said}`)
  return said ? JSON.parse(said) : undefined
}

let places = 0
async function report() {
  const n = places++
  return (await call('collector-1', 'POST', '/api/cases', { act: 'report', particulars: { description: '路灯不亮', classCode: 'component-0118', condition: 1,
    point: { longitude: 112.4360 + (n % 9) * 0.0016, latitude: 34.6660 + Math.floor(n / 9) * 0.0016 }, evidence: [{ hash, kind: 'BEFORE' }] } })).number
}
const act = (account, number, word, particulars = {}) => call(account, 'POST', `/api/cases/${number}/acts`, { act: word, particulars })

async function open(path, viewport, base = server.base, account = 'leader-1') {
  const page = await (await browser.newContext({ viewport, locale: 'zh-CN', reducedMotion: 'reduce' })).newPage()
  page.setDefaultTimeout(90_000)
  page.faults = []
  page.on('pageerror', fault => page.faults.push(String(fault)))
  page.on('console', said => { if (said.text().includes('Content Security Policy')) page.faults.push(said.text()) })
  page.on('console', said => { if (said.text().includes('Content Security Policy')) page.faults.push(said.text()) })
  await page.goto(base + path)
  await page.locator('input[name=account]').fill(account)
  await page.locator('input[name=password]').fill(server.password('luoyang', account))
  await page.locator('input[name=password]').press('Enter')
  return page
}
const live = page => page.locator('[data-state=open]').waitFor()
const today = (page, what) => page.locator(`[data-what=${what}] .n`)
const shows = (page, what, n) => page.waitForFunction(([word, wanted]) => document.querySelector(`[data-what=${word}] .n`)?.textContent === wanted, [what, String(n)])

// @Requirement({"CMD-01", "CMD-02", "CMD-03", "CMD-05", "CMD-07", "CMD-10"})
test('the figures of a wall move by themselves, and a case is opened with its record and ordered about', async () => {
  const number = await report()
  await act('operator-1', number, 'accept')
  await act('shift-leader-1', number, 'file')
  const page = await open('/screen/wall/overview', { width: 1920, height: 1080 })
  await live(page)
  await shows(page, 'filed', 1)
  await act('dispatcher-1', number, 'dispatch', { unit: 'lighting' })
  await shows(page, 'dispatched', 1)
  await call('center-chief-1', 'PUT', '/api/situation/cameras', { cameras: [{ id: 'cam-1', name: '王城公园东门', longitude: 112.4362, latitude: 34.6662, link: 'https://video.example.cn/live/1' }] })
  await page.locator('section', { hasText: '实时动态' }).getByRole('button').first().click()
  const record = page.getByRole('dialog')
  await record.getByText(number).waitFor()
  await record.getByText('派遣').first().waitFor()
  await record.getByText('王城公园东门').waitFor()
  await record.locator('textarea[name=order]').fill('今天办结')
  await page.screenshot({ path: join(PICTURES, 'screen-case.png') })
  await record.locator('[data-act=expedite]').click()
  await record.getByText('待答复').waitFor()
  const notices = await call('lighting-1', 'GET', '/api/notices')
  assert.ok(JSON.stringify(notices).includes(number))
  await page.keyboard.press('Escape')
  await page.locator('section', { hasText: '责任单位' }).getByRole('button', { name: '路灯管理处' }).click()
  await page.getByRole('dialog').locator('textarea[name=message]').fill('请今晚加派人手')
  await page.getByRole('dialog').getByRole('button', { name: '发送' }).click()
  await page.getByRole('dialog').getByText('已发出').waitFor()
  assert.ok(JSON.stringify(await call('lighting-1', 'GET', '/api/notices')).includes('请今晚加派人手'))
  assert.deepEqual(page.faults, [])
})

// @Requirement({"CMD-03"})
test('a cut line is shown, and heals with nothing missed', async () => {
  const line = await openLine(server)
  try {
    const page = await open('/screen/wall/overview', { width: 1920, height: 1080 }, line.base)
    await live(page)
    const before = Number(await today(page, 'reported').textContent())
    line.cut()
    await page.locator('[data-state=lost]').waitFor()
    await page.screenshot({ path: join(PICTURES, 'screen-lost.png') })
    const missed = []
    for (let n = 0; n < 5; n++) missed.push(await report())
    await act('operator-1', missed[0], 'decline', { reason: '不属本平台' })
    assert.equal(Number(await today(page, 'reported').textContent()), before)
    line.mend()
    await live(page)
    await shows(page, 'reported', before + 5)
    const standing = (await call('leader-1', 'GET', '/api/situation/figures')).open.open
    await page.waitForFunction(n => document.querySelector('.big')?.textContent === String(n), standing)
    assert.deepEqual(page.faults, [])
  } finally {
    line.close()
  }
})

// @Requirement({"CMD-06"})
test('a vehicle is followed and its way is walked again', async () => {
  await call('administrator-1', 'PUT', '/api/situation/vehicles/sweeper-1', { name: '豫C12345', duty: '清扫', unit: 'sanitation' })
  const now = new Date((await call('leader-1', 'GET', '/api/clock')).now).getTime()
  await call('command-gateway-1', 'POST', '/api/situation/vehicles/sweeper-1/fixes', { fixes: Array.from({ length: 40 }, (_, i) => ({
    at: new Date(now - (40 - i) * 60_000).toISOString(), longitude: 112.4335 + i * 0.0004, latitude: 34.6705 + Math.sin(i / 5) * 0.001, speed: 16, heading: 90 })) })
  const page = await open('/screen/wall/collection', { width: 1920, height: 1080 })
  await live(page)
  await page.getByRole('button', { name: /豫C12345/ }).click()
  await page.locator('[data-act=track]').click()
  await page.getByText('40 个定位').waitFor()
  await page.screenshot({ path: join(PICTURES, 'screen-track.png') })
  assert.deepEqual(page.faults, [])
})

// @Requirement({"CMD-04", "CMD-08", "SCR-01"})
test('each screen shows what its scheme says, at three sizes, by deep link', async () => {
  await call('command-chief-1', 'PUT', '/api/situation/schemes/hall', { name: '大厅', screens: [{ name: '左', turns: [{ theme: 'hot-spots', seconds: 0 }] },
    { name: '右', turns: [{ theme: 'handling', seconds: 15 }, { theme: 'evaluation', seconds: 600 }] }] })
  const left = await open('/screen/wall/overview?scheme=hall&screen=1', { width: 3840, height: 2160 })
  await live(left)
  await left.locator('.theme-hot-spots').waitFor()
  await left.getByText('热点网格').waitFor()
  await left.screenshot({ path: join(PICTURES, 'screen-3840.png') })
  // Sixteen million points drawn by the processor: one big screen at a time.
  assert.deepEqual(left.faults, [])
  await left.context().close()
  const right = await open('/screen/wall/overview?scheme=hall&screen=2', { width: 1920, height: 1080 })
  await live(right)
  await right.locator('.theme-handling').waitFor()
  await right.locator('.theme-evaluation').waitFor()
  await right.getByRole('heading', { name: '综合评价' }).waitFor()
  await right.screenshot({ path: join(PICTURES, 'screen-evaluation.png') })
  assert.deepEqual(right.faults, [])
  await right.context().close()
  const wide = await open('/screen/wall/overview', { width: 7680, height: 2160 })
  await live(wide)
  await wide.getByText('区县来报').waitFor()
  await wide.screenshot({ path: join(PICTURES, 'screen-7680.png'), timeout: 120_000 })
  assert.deepEqual(wide.faults, [])
  await wide.context().close()
})

// @Requirement({"MSU-01"})
test('a leader reads the figures on a phone and gives an instruction', async () => {
  const number = await report()
  const page = await open('/screen/phone', { width: 390, height: 844 })
  await page.getByText('在办案件').waitFor()
  await shows(page, 'reported', (await call('leader-1', 'GET', '/api/situation/figures')).today.reported)
  await page.screenshot({ path: join(PICTURES, 'screen-phone.png') })
  await page.getByRole('button', { name: '案件', exact: true }).click()
  await page.getByRole('button', { name: '全部在办' }).click()
  await page.getByRole('button', { name: new RegExp(number.slice(-5)) }).click()
  await page.locator('textarea[name=order]').fill('请当日核实')
  await page.screenshot({ path: join(PICTURES, 'screen-phone-case.png') })
  await page.locator('[data-act=instruct]').click()
  await page.getByText('待答复').first().waitFor()
  const orders = (await call('leader-1', 'GET', `/api/cases/${number}`)).orders
  assert.equal(orders[0].text, '请当日核实')
  assert.deepEqual(page.faults, [])
})

test('a county sees itself, a collector no wall', async () => {
  const county = await call('leader-1', 'GET', '/api/situation/figures', undefined, 'application/json', 'xinan')
  assert.equal(county.platform.id, 'xinan')
  assert.equal(county.open.open, 0)
  const page = await open('/screen/wall/overview', { width: 1366, height: 768 }, server.base, 'collector-2')
  await page.getByRole('alert').waitFor()
})
