// A browser that asks nobody outside, desks of the demonstration's posts in browser contexts of their own, and programs that speak
// for them by the published contract.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { deflateSync, crc32 } from 'node:zlib'
import { chromium } from 'playwright-core'
import { startServer } from './server.mjs'

export const PICTURES = resolve(import.meta.dirname, '../../target/pictures')
const AXE = readFileSync(resolve(import.meta.dirname, '../node_modules/axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export const launch = () => chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'] })

/** A page after signing in; its `faults` are the errors scripts threw. */
export async function signedIn(browser, server, account, viewport = { width: 1366, height: 768 }) {
  const page = await (await browser.newContext({ viewport, locale: 'zh-CN' })).newPage()
  page.setDefaultTimeout(45_000)
  page.faults = []
  page.on('pageerror', fault => page.faults.push(String(fault)))
  page.on('console', said => { if (said.text().includes('Content Security Policy')) page.faults.push(said.text()) })
  await page.goto(`${server.base}/office/`)
  await page.locator('input[name=account]').fill(account)
  await page.locator('input[name=password]').fill(server.password('luoyang', account))
  await page.locator('input[name=password]').press('Enter')
  await page.getByRole('navigation').first().waitFor()
  return page
}

/** A picture of the page when nothing in sight is being loaded; a picture out of sight may wait for ever. */
export async function picture(page, name) {
  mkdirSync(PICTURES, { recursive: true })
  await page.evaluate(() => document.fonts.ready.then(() => Promise.all([...document.images].filter(image => {
    const [box] = image.getClientRects()
    return box && box.top < innerHeight && box.bottom > 0
  }).map(image => image.decode().catch(() => undefined)))))
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

/** A small photo, another one for every number. */
export function photo(number) {
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

/** The demonstration with its server, its browser and its posts. */
export async function openOffice(settings = {}) {
  mkdirSync(PICTURES, { recursive: true })
  const server = await startServer(settings)
  const browser = await launch()
  const pages = new Map()
  const tokens = new Map()
  const violations = []
  const send = (path, init) => fetch(server.base + path, init).then(answer => answer.text()).then(text => (text ? JSON.parse(text) : undefined))

  /** Headers of a program that speaks for an account. */
  async function speaking(account) {
    if (!tokens.has(account)) {
      const { token } = await send('/api/sessions', { method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ platform: 'luoyang', account, password: server.password('luoyang', account) }) })
      tokens.set(account, token)
    }
    return { 'Authorization': `Bearer ${tokens.get(account)}`, 'Idempotency-Key': crypto.randomUUID(), 'Content-Type': 'application/json' }
  }
  const ask = async (account, method, path, body) => send(path, { method, headers: await speaking(account), body: body === undefined ? undefined : JSON.stringify(body) })

  /** The page of a post, signed in, each in a browser context of its own. */
  async function desk(account, viewport = { width: 1366, height: 768 }) {
    const key = `${account} ${viewport.width}`
    if (!pages.has(key)) pages.set(key, await signedIn(browser, server, account, viewport))
    return pages.get(key)
  }

  /** Goes to a place of the office as a followed link does, without loading the app again. */
  async function go(page, path) {
    await page.evaluate(async to => {
      await document.querySelector('#app').__vue_app__.config.globalProperties.$router.push(to)
    }, path)
  }

  /** The case page of a post: where it is open already, what happened meanwhile comes by itself. */
  async function openCase(page, number) {
    await go(page, `/cases/${number}`)
    await page.getByRole('heading', { name: number }).waitFor()
  }

  /** Performs an act on the case page of a post and waits for the state it leads to. */
  async function act(number, account, name, state, { opinion, reason, photo: file, collector, limit, until } = {}) {
    const page = await desk(account)
    await openCase(page, number)
    await page.getByRole('region', { name: '可办动作' }).getByRole('button', { name, exact: true }).click()
    const dialog = page.getByRole('dialog', { name, exact: true })
    await dialog.waitFor()
    if (opinion) await dialog.getByLabel('意见').fill(opinion)
    if (reason) await dialog.getByLabel('理由').fill(reason)
    if (limit) await dialog.getByLabel('时限').fill(limit)
    if (until) {
      await dialog.getByLabel('截止时间').fill(until)
      await dialog.getByLabel('截止时间').press('Enter')
    }
    if (collector) {
      await dialog.getByLabel('采集员', { exact: true }).click()
      await page.getByRole('option', { name: collector, exact: true }).click()
    }
    if (file) {
      await dialog.locator('input[type=file]').setInputFiles(file)
      await dialog.locator('img').first().waitFor()
    }
    await dialog.locator('button.el-button--primary').last().click()
    await dialog.waitFor({ state: 'hidden' }).catch(async fault => { throw new Error(`${account} ${name}: ${await dialog.innerText()}`, { cause: fault }) })
    await page.locator('.el-tag', { hasText: state }).first().waitFor()
  }

  /** Reports as a collector through the published contract. */
  async function report(more = {}) {
    const headers = await speaking('collector-1')
    const { hash } = await send('/api/media', { method: 'POST', headers: { ...headers, 'Content-Type': 'image/png' }, body: readFileSync(photo(1)) })
    const begun = await ask('collector-1', 'POST', '/api/cases', { act: 'report', particulars: { description: '上水井盖破损，影响通行', classCode: 'component-0101', condition: 1,
      point: { longitude: 112.436, latitude: 34.675 }, address: '湖北路与郑州路交叉口', evidence: [{ hash, kind: 'BEFORE' }], ...more } })
    assert.ok(begun.number, JSON.stringify(begun))
    return begun.number
  }

  /** Signs collectors in to duty, as their phones do in the morning. */
  async function onDuty(...accounts) {
    for (const account of accounts) {
      const { now } = await ask(account, 'GET', '/api/clock')
      const answer = await ask(account, 'POST', '/api/collection/attendance', { id: crypto.randomUUID(), act: 'IN', sentAt: now, fix: { at: now, longitude: 112.4412, latitude: 34.6701, accuracy: 8 } })
      assert.ok(answer.post, JSON.stringify(answer))
    }
  }

  /** Leads a report by lawful acts through the contract, to where the browser goes on. */
  async function lead(number, ...acts) {
    for (const [account, act, particulars = {}] of acts) {
      const answer = await ask(account, 'POST', `/api/cases/${number}/acts`, { act, particulars })
      assert.ok(answer.number, `${act}: ${JSON.stringify(answer)}`)
    }
    return number
  }
  const filed = async (more, by = 2) => lead(await report(more), [`operator-${by}`, 'accept'], [`shift-leader-${by}`, 'file'])
  const handled = async (more, unit = 'water', by = 2) => lead(await filed(more, by), [`dispatcher-${by}`, 'dispatch', { unit }])

  /** Looks for violations of WCAG 2.2 A and AA on the page as it stands; all of them together are judged at the end. */
  async function accessible(page, what) {
    await page.evaluate(AXE)
    const found = await page.evaluate(async rules => (await window.axe.run(document, { runOnly: rules })).violations
      .map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`), RULES)
    if (found.length) violations.push({ what, found })
  }

  return { server, browser, pages, violations, send, ask, speaking, desk, go, openCase, act, report, onDuty, lead, filed, handled, accessible,
    close: async () => { await browser.close(); await server.stop() } }
}

/** Moves the platform's clock over the coming weekend, to Monday 09:00 in Shanghai. */
export async function overTheWeekend(office) {
  const { now } = await office.ask('administrator-1', 'GET', '/api/clock')
  const monday = new Date(now)
  monday.setUTCDate(monday.getUTCDate() + ((8 - monday.getUTCDay()) % 7 || 7))
  monday.setUTCHours(1, 0, 0, 0)
  await office.ask('administrator-1', 'PUT', '/api/clock', { moveTo: monday.toISOString() })
  const moved = await office.ask('administrator-1', 'GET', '/api/clock')
  assert.ok(new Date(moved.now) >= monday, JSON.stringify(moved))
}
