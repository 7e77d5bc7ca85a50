// Posts of the demonstration, each in a browser context of its own, and programs that speak for them by the published contract.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { deflateSync, crc32 } from 'node:zlib'
import { chromium } from 'playwright-core'
import { startServer } from './server.mjs'

export const PICTURES = resolve(import.meta.dirname, '../../target/pictures')
const AXE = readFileSync(resolve(import.meta.dirname, '../node_modules/axe-core/axe.min.js'), 'utf8')

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

export async function openOffice(settings = {}) {
  mkdirSync(PICTURES, { recursive: true })
  const server = await startServer(settings)
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'] })
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
    if (!pages.has(key)) {
      const context = await browser.newContext({ viewport, locale: 'zh-CN' })
      const page = await context.newPage()
      page.setDefaultTimeout(90_000)
      page.faults = []
      page.on('pageerror', fault => page.faults.push(String(fault)))
      await page.goto(`${server.base}/office/`)
      await page.locator('input[name=account]').fill(account)
      await page.locator('input[name=password]').fill(server.password('luoyang', account))
      await page.locator('input[name=password]').press('Enter')
      await page.getByRole('table').first().waitFor()
      pages.set(key, page)
    }
    return pages.get(key)
  }

  /** Performs an act on the case page of a post and waits for the state it leads to. */
  async function act(number, account, name, state, { opinion, reason, photo: file, collector, limit } = {}) {
    const page = await desk(account)
    await page.goto(`${server.base}/office/cases/${number}`)
    await page.getByRole('button', { name, exact: true }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    if (opinion) await dialog.getByLabel('意见').fill(opinion)
    if (reason) await dialog.getByLabel('理由').fill(reason)
    if (limit) await dialog.getByLabel('时限').fill(limit)
    if (collector) {
      await dialog.getByLabel('采集员', { exact: true }).click()
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

  /** Reports as a collector through the published contract. */
  async function report(more = {}) {
    const headers = await speaking('collector-1')
    const { hash } = await send('/api/media', { method: 'POST', headers: { ...headers, 'Content-Type': 'image/png' }, body: readFileSync(photo(1)) })
    const begun = await ask('collector-1', 'POST', '/api/cases', { act: 'report', particulars: { description: '上水井盖破损，影响通行', classCode: 'component-0101', condition: 1,
      point: { longitude: 112.436, latitude: 34.675 }, address: '湖北路与郑州路交叉口', evidence: [{ hash, kind: 'BEFORE' }], ...more } })
    assert.ok(begun.number, JSON.stringify(begun))
    return begun.number
  }

  /** Looks for violations of WCAG 2.2 A and AA on the page as it stands; all of them together are judged at the end. */
  async function accessible(page, what) {
    await page.evaluate(AXE)
    const found = await page.evaluate(async () => (await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations
      .map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`))
    if (found.length) violations.push({ what, found })
  }

  return { server, browser, pages, violations, send, ask, speaking, desk, act, report, accessible,
    close: async () => { await browser.close(); await server.stop() } }
}
