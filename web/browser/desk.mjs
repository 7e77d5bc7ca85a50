// A browser that asks nobody outside, and a desk somebody has signed in at.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'

const PICTURES = resolve(import.meta.dirname, '../../target/pictures')

export const launch = () => chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'] })

/** A page after signing in; its `faults` are the errors scripts threw. */
export async function signedIn(browser, server, account, viewport = { width: 1366, height: 768 }) {
  const page = await (await browser.newContext({ viewport, locale: 'zh-CN' })).newPage()
  page.setDefaultTimeout(90_000)
  page.faults = []
  page.on('pageerror', fault => page.faults.push(String(fault)))
  await page.goto(`${server.base}/office/`)
  await page.locator('input[name=account]').fill(account)
  await page.locator('input[name=password]').fill(server.password('luoyang', account))
  await page.locator('input[name=password]').press('Enter')
  await page.getByRole('navigation').first().waitFor()
  return page
}

/** A picture of the page when nothing is being loaded. */
export async function picture(page, name) {
  mkdirSync(PICTURES, { recursive: true })
  await page.evaluate(() => document.fonts.ready.then(() => Promise.all([...document.images].map(image => image.decode().catch(() => undefined)))))
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}
