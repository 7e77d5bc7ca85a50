// Figures of the office among many cases, over HTTP and in a real browser; printed as the table of benchmark/results.
// Run by server/src/test/java/jingwei/casework/OfficeForFigures.java, which brings the server with its cases.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { launch } from './desk.mjs'

const [base, accounts, cases] = process.argv.slice(2)
const lines = readFileSync(accounts, 'utf8').trim().split('\n').map(line => line.split(','))
const password = account => lines.find(line => line[0] === 'luoyang' && line[2] === account)[3]
const ROUNDS = 60

async function headers(account) {
  const { token } = await fetch(`${base}/api/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ platform: 'luoyang', account, password: password(account) }) }).then(answer => answer.json())
  return { 'Authorization': `Bearer ${token}`, 'Content-Type': 'application/json' }
}
const tail = (spans, share) => Math.round(spans.toSorted((a, b) => a - b)[Math.min(spans.length - 1, Math.floor(spans.length * share))])
const row = (what, spans, bar) => console.log(`| ${what} | ${tail(spans, 0.5)} ms | ${tail(spans, 0.95)} ms | ${bar} |`)

async function timed(ask) {
  const spans = []
  for (let i = -5; i < ROUNDS; i++) {
    const begun = performance.now()
    await ask(i)
    if (i >= 0) spans.push(performance.now() - begun)
  }
  return spans
}
const operator = await headers('operator-1')
const unit = await headers('water-1')
const read = (said, path) => fetch(base + path, { headers: said }).then(async answer => {
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
  return JSON.parse(text)
})

const first = await read(operator, '/api/cases?size=1&source=HOTLINE&open=true')
console.log(`| among ${Number(cases).toLocaleString('en')} cases, over HTTP | median | p95 | bar |\n|---|---|---|---|`)
for (const [what, said, path] of [
  ['a list of 50, newest first', operator, '/api/cases?size=50'],
  ['a list of 50, stage and class', operator, '/api/cases?size=50&stage=evaluation&classCode=component-0103'],
  ['a list of 50, open cases', operator, '/api/cases?size=50&open=true'],
  ['a list of 50, one unit, a period', operator, '/api/cases?size=50&unit=water&begunFrom=2026-01-01T00:00:00Z'],
  ["a list of 50, as a unit sees it", unit, '/api/cases?size=50'],
  ['a list of 50, a red light', operator, '/api/cases?size=50&light=RED'],
]) row(what, await timed(() => read(said, path)), 'p95 300 ms')
row('the desk of an operator, its counts', await timed(() => read(operator, '/api/desk')), '')
row('a queue of 1,000 by its clock', await timed(() => read(operator, '/api/desk/queues/to-do?size=1000')), '')
row('cases counted by stage', await timed(() => read(operator, '/api/cases/counts')), '')
row("a case's counsel and receipts", await timed(() => read(operator, `/api/cases/${first.cases[0].number}/counsel`)), '')

const numbers = []
for (let i = 0; i < 20; i++) {
  const made = await fetch(`${base}/api/cases`, { method: 'POST', headers: { ...operator, 'Idempotency-Key': crypto.randomUUID() }, body: JSON.stringify({ act: 'register',
    particulars: { source: 'HOTLINE', description: `量时间的第 ${i} 件`, classCode: 'component-0118', condition: 1, point: { longitude: 112.4412 + i / 100000, latitude: 34.6701 } } }) }).then(answer => answer.json())
  if (!made.number) throw new Error(JSON.stringify(made))
  numbers.push(made.number)
}
row('opening a case', await timed(i => read(operator, `/api/cases/${numbers[(i + 5) % numbers.length]}`)), 'p95 300 ms')

const browser = await launch()
const paints = []
const usable = []
for (let i = 0; i < 5; i++) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const begun = performance.now()
  await page.goto(`${base}/office/`, { waitUntil: 'commit' })
  await page.locator('input[name=account]').waitFor()
  usable.push(performance.now() - begun)
  paints.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0))
  await context.close()
}
console.log('\n| in the browser | median | p95 | bar |\n|---|---|---|---|')
row('first contentful paint, cold cache', paints, '2 s')
row('sign-in can be typed in, cold cache', usable, '2 s')

const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })).newPage()
page.setDefaultTimeout(60_000)
await page.goto(`${base}/office/`)
await page.locator('input[name=account]').fill('operator-1')
await page.locator('input[name=password]').fill(password('operator-1'))
await page.locator('input[name=password]').press('Enter')
await page.getByRole('row').nth(3).waitFor()
const opened = []
for (const number of [numbers[0], ...numbers]) {
  opened.push(await page.evaluate(async wanted => {
    const begun = performance.now()
    void document.querySelector('#app').__vue_app__.config.globalProperties.$router.push(`/cases/${wanted}`)
    while (!document.querySelector('h1')?.textContent?.includes(wanted)) await new Promise(next => requestAnimationFrame(next))
    return performance.now() - begun
  }, number))
}
row('a case page drawn after the click', opened.slice(1), '')
const updates = []
await page.evaluate(() => document.querySelector('#app').__vue_app__.config.globalProperties.$router.push('/desk/to-do'))
await page.getByRole('row').nth(3).waitFor()
for (let i = 0; i < 8; i++) {
  await page.getByRole('searchbox').fill(`亮灯的第 ${i} 件`)
  const begun = performance.now()
  await fetch(`${base}/api/cases`, { method: 'POST', headers: { ...operator, 'Idempotency-Key': crypto.randomUUID() }, body: JSON.stringify({ act: 'register',
    particulars: { source: 'HOTLINE', description: `亮灯的第 ${i} 件`, classCode: 'event-0101', condition: 1, point: { longitude: 112.4412, latitude: 34.6701 } } }) })
  await page.getByText(`亮灯的第 ${i} 件`).first().waitFor()
  updates.push(performance.now() - begun)
}
row('a new case or light on an open desk', updates, '2 s')
await page.getByRole('searchbox').fill('')
const asked = performance.now()
await page.locator('.frame').evaluate(frame => { frame.scrollTop = frame.scrollHeight })
await page.getByRole('button', { name: '列出全部' }).click()
await page.locator('[role=table][aria-rowcount="10001"]').waitFor()
const listed = performance.now() - asked
/** Spans between frames while ten thousand lines are rolled through, and from a key to the line it goes to. */
const frames = await page.locator('.frame').evaluate(async frame => {
  const spans = []
  frame.scrollTop = 0
  await new Promise(next => requestAnimationFrame(next))
  let before = performance.now()
  for (let i = 0; i < 200; i++) {
    frame.scrollTop += 2_400
    await new Promise(next => requestAnimationFrame(next))
    const now = performance.now()
    spans.push(now - before)
    before = now
  }
  return spans
})
await page.locator('.frame').evaluate(frame => { frame.scrollTop = 0 })
await page.getByRole('row').nth(1).click()
const keys = []
for (let i = 0; i < 40; i++) {
  const begun = performance.now()
  await page.keyboard.press('j')
  await page.evaluate(() => new Promise(next => requestAnimationFrame(next)))
  keys.push(performance.now() - begun)
}
row('all of 10,000 lines listed after the click', [listed], '')
row('a frame while 10,000 lines are rolled through', frames, '')
row('the key J among 10,000 lines', keys, '')
await browser.close()

const folder = resolve(import.meta.dirname, '../dist/office/assets')
const sizes = readdirSync(folder).filter(name => name.endsWith('.js')).map(name => [name, gzipSync(readFileSync(join(folder, name))).length]).sort((a, b) => b[1] - a[1])
console.log(`\n| scripts, gzipped | size | bar |\n|---|---|---|\n${sizes.slice(0, 4).map(([name, size]) => `| ${name.replace(/-[\w-]{8}\.js$/, '')} | ${Math.round(size / 1000)} kB | 500 kB |`).join('\n')}`)
