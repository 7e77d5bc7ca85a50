// Every place of every post in either language, looked over for who cannot see or use a mouse, at 1366 by 768.
// @Requirement("COL-01")
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openOffice, picture } from './desk.mjs'

let office

before(async () => { office = await openOffice() })
after(() => office?.close())

test('every place of every post is usable without eyes or a mouse, in either language', async () => {
  const seen = new Set()
  for (const account of ['shift-leader-2', 'operator-2', 'dispatcher-2', 'water-1', 'leader-1', 'center-chief-1', 'administrator-1']) {
    const page = await office.desk(account)
    const queues = ['to-do', 'petitions', 'under-way', 'returned', 'overdue', 'expedited', 'held', 'done'].map(queue => `/desk/${queue}`)
    const places = (await page.locator('#main-nav a').evaluateAll(links => links.map(link => link.getAttribute('href').replace('/office', ''))))
      .concat(account === 'shift-leader-2' ? queues : []).filter(place => !seen.has(place))
    for (const place of places) {
      seen.add(place)
      await office.go(page, place)
      await page.locator('main .lines[aria-hidden]').first().waitFor({ state: 'detached' })
      await office.accessible(page, `${place} 中文`)
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${place} at 1366`)
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('navigation', { name: 'Main' }).waitFor()
      await page.locator('main .lines[aria-hidden]').first().waitFor({ state: 'detached' })
      await office.accessible(page, `${place} English`)
      if (['/desk', '/acceptance', '/leadership', '/crew'].includes(place)) await picture(page, `english-${place.slice(1)}`)
      await page.getByRole('button', { name: '中文' }).click()
    }
  }
  console.log(`# looked over: ${[...seen].join(' ')}`)
})

test('no page threw, and no page keeps anybody out', () => {
  for (const [key, page] of office.pages) assert.deepEqual(page.faults, [], key)
  assert.deepEqual(office.violations, [])
})
