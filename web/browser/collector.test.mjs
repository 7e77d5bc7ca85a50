// The collector's app on a phone's screen: network off and on, service worker killed, the app killed after every step,
// an upload broken in the middle, the same queue sent from a restored backup. Nothing lost, nothing twice.
import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { chromium } from 'playwright-core'
import { picture } from './desk.mjs'
import { PHONE, photo, ROOT, speaker } from './field.mjs'
import { startServer } from './server.mjs'

const open = []
let server, others

before(async () => {
  mkdirSync(ROOT, { recursive: true })
  server = await startServer()
  others = speaker(server)
})
after(async () => {
  for (const context of open) await context.close().catch(() => {})
  await server?.stop()
})

/** A phone: a browser profile of its own, which is what a backup would bring back. */
async function phone(folder = mkdtempSync(join(ROOT, 'phone-'))) {
  const context = await chromium.launchPersistentContext(folder, {
    ...PHONE, executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'],
  })
  context.setDefaultTimeout(45_000)
  open.push(context)
  return { context, folder }
}

async function signIn(context, account) {
  const page = await context.newPage()
  await page.goto(`${server.base}/collector/`)
  await page.locator('input[name=account]').fill(account)
  await page.locator('input[name=password]').fill(server.password('luoyang', account))
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('button', { name: '＋ 上报问题' }).waitFor()
  // The data of the shift are on the phone, and the worker serves the app.
  await page.waitForFunction(() => localStorage.getItem('jingwei.synced') !== null)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  return page
}

const api = (...asked) => others.api(...asked)
const casesNamed = async words => (await api('operator-1', `/api/cases?text=${encodeURIComponent(words)}&size=50`)).cases

/** Kills the page where it stands and opens the app anew at the same place. */
async function kill(context, page) {
  const where = page.url()
  await page.close({ runBeforeUnload: false })
  const anew = await context.newPage()
  await anew.goto(where)
  return anew
}

/** What a thumb sees first. */
async function shown(page, name) {
  await page.evaluate(() => window.scrollTo(0, 0))
  await picture(page, name)
}

const saved = page => page.getByText(/已存本机/).first().waitFor()

/** A lamp of the collector's own duty grid, from what his phone is given. */
async function ownLamp(account) {
  for (const chunk of (await api(account, '/api/collection/sync')).filter(each => each.name.startsWith('cell-'))) {
    const lamp = (await api(account, `/api/collection/sync/${chunk.name}`)).components.find(each => each.classCode === 'component-0118')
    if (lamp) return { code: lamp.code, longitude: lamp.at[0], latitude: lamp.at[1] }
  }
  throw new Error(`no lamp in the duty grids of ${account}`)
}

/** What lies in the phone's databases, as somebody who took the phone would read it. */
const rawText = page => page.evaluate(async () => {
  let text = ''
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done, failed) => Object.assign(indexedDB.open(name), { onsuccess: e => done(e.target.result), onerror: failed }))
    for (const table of db.objectStoreNames) {
      const rows = await new Promise(done => { db.transaction(table).objectStore(table).getAll().onsuccess = e => done(e.target.result) })
      for (const row of rows) {
        text += JSON.stringify(row)
        for (const part of [row.sealed?.bytes, row.value?.bytes]) if (part) text += new TextDecoder().decode(part)
      }
    }
    db.close()
  }
  return text
})

// @Requirement({"ACQ-01", "ACQ-02", "ACQ-04", "ACQ-05", "ACQ-13", "ACQ-15", "ACQ-16", "ACQ-17", "ACQ-22", "DEV-01", "DEV-02", "DEV-04", "DEV-08", "DEV-11", "DEV-12", "DEV-15", "DEV-18", "DEV-19", "DEV-20"})
test('a report written without a network survives every kill, and a restored backup sends nothing twice', async () => {
  const { context, folder } = await phone()
  const lamp = await ownLamp('collector-1')
  await context.setGeolocation({ longitude: lamp.longitude + 0.00005, latitude: lamp.latitude, accuracy: 8 })
  let page = await signIn(context, 'collector-1')
  await page.getByRole('button', { name: '签到' }).click()
  await page.getByRole('heading', { name: /在岗/ }).waitFor()
  assert.match(await page.getByText('一键呼叫监督中心').getAttribute('href'), /^tel:/)
  await context.setGeolocation({ longitude: lamp.longitude + 0.00006, latitude: lamp.latitude, accuracy: 8 })
  await shown(page, 'collector-home')

  await context.setOffline(true)
  const devtools = await context.newCDPSession(page)
  await devtools.send('ServiceWorker.enable')
  await devtools.send('ServiceWorker.stopAllWorkers')
  page = await kill(context, page)
  await page.getByText('离线，照常工作').waitFor()
  await page.getByRole('button', { name: '＋ 上报问题' }).click()
  await page.getByRole('heading', { name: '上报问题' }).waitFor()
  page = await kill(context, page)
  await page.getByLabel('拍近景').setInputFiles(photo('near', 500))
  await saved(page)
  page = await kill(context, page)
  await page.locator('figure img').first().waitFor()
  await page.getByLabel('查找类别').fill('路灯')
  await page.getByRole('button', { name: '路灯', exact: true }).click()
  await saved(page)
  page = await kill(context, page)
  await page.locator('fieldset button').first().click()
  await saved(page)
  await page.getByLabel('问题描述').fill('第七盏路灯不亮，断网上报')
  await saved(page)
  page = await kill(context, page)
  assert.equal(await page.getByLabel('问题描述').inputValue(), '第七盏路灯不亮，断网上报')
  // The component is picked on the map; its code comes over, and with it its owner.
  await page.getByRole('button', { name: '地图选点、选部件' }).click()
  await page.getByRole('button', { name: new RegExp(lamp.code.slice(-6)) }).click()
  await page.getByText(`部件 ${lamp.code}`).waitFor()
  await saved(page)
  assert.doesNotMatch(await rawText(page), /第七盏路灯|断网上报/, 'nothing on the phone is readable')
  await shown(page, 'collector-report')
  await page.getByRole('button', { name: '上报', exact: true }).click()
  await page.getByText('没有网络，内容都在本机').waitFor()
  page = await kill(context, page)
  await page.getByText('第七盏路灯不亮').waitFor()
  await shown(page, 'collector-queue')
  await context.close()

  const backup = mkdtempSync(join(ROOT, 'phone-backup-'))
  cpSync(folder, backup, { recursive: true })

  const first = await phone(folder)
  page = await first.context.newPage()
  await page.goto(`${server.base}/collector/boxes`)
  await page.getByRole('tab', { name: /已发\s*1/ }).waitFor()
  await page.getByRole('tab', { name: /已发\s*1/ }).click()
  const number = (await page.getByText(/^案件 /).textContent()).replace('案件 ', '').trim()
  assert.equal((await casesNamed('第七盏路灯')).length, 1)
  const view = await api('operator-1', `/api/cases/${number}`)
  assert.equal(view.subject.component, lamp.code)
  assert.ok(view.subject.owner, 'the owner followed from the component')
  assert.ok(view.spot.fix && view.spot.point, 'the raw fix and the chosen point are both kept')
  const seen = (await api('operator-1', '/api/collectors')).find(each => each.post === 'collector-1')
  assert.equal(seen.state, 'ON_DUTY')
  assert.ok(seen.lastSeen, 'his position came in')
  await first.context.close()

  const second = await phone(backup)
  page = await second.context.newPage()
  await page.goto(`${server.base}/collector/boxes`)
  await page.getByRole('tab', { name: /已发\s*1/ }).click()
  await page.getByText(`案件 ${number}`).waitFor()
  const found = await casesNamed('第七盏路灯')
  assert.equal(found.length, 1, 'the restored backup made no second case')
  assert.equal(found[0].number, number)
  await second.context.close()
})

// @Requirement({"ACQ-14"})
test('a broken upload goes on where it stopped; the form is there in three seconds on a bad link', async () => {
  const { context } = await phone()
  let page = await signIn(context, 'collector-2')
  await page.getByRole('button', { name: '＋ 上报问题' }).click()
  await page.getByLabel('拍近景').setInputFiles(photo('large-near', 900))
  await page.getByLabel('查找类别').fill('路灯')
  await page.getByRole('button', { name: '路灯', exact: true }).click()
  await page.locator('fieldset button').first().click()
  await page.getByLabel('问题描述').fill('弱网上报的路灯')
  if (await page.getByText('尚未选定位置').isVisible()) await page.getByRole('button', { name: '用当前定位' }).click()
  await saved(page)

  const offsets = []
  await context.route('**/api/collection/uploads/**', (route, request) => {
    if (request.method() !== 'PATCH') return route.continue()
    offsets.push(Number(request.headers()['upload-offset']))
    return offsets.length === 2 ? route.abort() : route.continue()
  })
  const link = await context.newCDPSession(page)
  await link.send('Network.enable')
  await link.send('Network.emulateNetworkConditions', { offline: false, latency: 600, downloadThroughput: 8000, uploadThroughput: 8000 })
  const answered = page.waitForResponse(answer => answer.url().endsWith('/api/collection/submissions') && answer.request().method() === 'POST')
  const begun = Date.now()
  await page.getByRole('button', { name: /^(上报|不是重复，仍然上报)$/ }).click()
  const duplicate = page.getByRole('button', { name: '不是重复，仍然上报' })
  let pressed = begun
  await Promise.race([answered, duplicate.waitFor().then(() => { pressed = Date.now(); return duplicate.click() }).catch(() => {})])
  const form = await answered
  const took = Date.now() - pressed
  const size = form.request().postDataBuffer().length
  await link.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 })
  assert.equal(form.status(), 202)
  assert.ok(size < 2048, `the form has ${size} bytes`)
  console.log(JSON.stringify({ figure: 'form on 64 kbit/s and 600 ms', milliseconds: took, bytes: size }))
  page = await kill(context, page)
  await page.getByRole('tab', { name: /已发\s*1/ }).waitFor()
  assert.equal((await casesNamed('弱网上报')).length, 1)
  assert.ok(offsets.length > 2, 'the photo went in parts')
  await context.close()
})

// @Requirement({"ACC-05", "ACQ-06", "ACQ-07", "ACQ-08", "ACQ-26", "DEV-05", "DEV-06"})
test('a task rings within ten seconds and is answered from the street', async () => {
  const { context } = await phone()
  const page = await signIn(context, 'collector-3')
  const registered = await api('operator-1', '/api/cases', { act: 'register', particulars: { source: 'HOTLINE', description: '热线反映井盖破损',
    classCode: 'component-0101', condition: 1, point: { longitude: PHONE.geolocation.longitude, latitude: PHONE.geolocation.latitude } } })
  // The desk is told who is nearest; whom it sent first did not answer, so it sends another.
  await api('collector-3', '/api/collection/attendance', { id: crypto.randomUUID(), act: 'IN', fix: PHONE.geolocation })
  const near = await api('operator-1', `/api/collectors/nearest?case=${registered.number}`)
  assert.ok(near.some(each => each.post === 'collector-3' && each.onDuty && each.distanceMetres < 50), 'he stands at the place')
  await api('operator-1', `/api/cases/${registered.number}/acts`, { act: 'ask-verify', particulars: { collector: 'collector-8' } })
  const sent = Date.now()
  await api('operator-1', `/api/cases/${registered.number}/acts`, { act: 'ask-verify', particulars: { collector: 'collector-3' } })
  await page.getByRole('button', { name: /^1\s*项任务/ }).waitFor()
  const took = Date.now() - sent
  console.log(JSON.stringify({ figure: 'task push', milliseconds: took }))
  await page.getByRole('button', { name: /^1\s*项任务/ }).click()
  await shown(page, 'collector-tasks')
  await page.getByText('热线反映井盖破损').click()
  await page.getByLabel('拍同一角度').setInputFiles(photo('seen', 400))
  await saved(page)
  await shown(page, 'collector-task')
  await page.getByRole('button', { name: '核实属实' }).click()
  await page.getByRole('tab', { name: /已发\s*1/ }).waitFor()
  const view = await api('operator-1', `/api/cases/${registered.number}`)
  assert.equal(view.state, 'verified')

  // The same case handled: the check shows the photos from before.
  const act = (account, word, particulars) => others.act(account, registered.number, word, particulars)
  const handled = await others.media('operator-1', 'after', 60)
  await act('operator-1', 'accept')
  await act('shift-leader-1', 'file')
  await act('dispatcher-1', 'dispatch', { unit: 'water' })
  await act('water-1', 'handle', { opinion: '已更换井盖', evidence: [{ hash: handled, kind: 'AFTER' }] })
  await act('dispatcher-1', 'report-back')
  await act('operator-1', 'ask-check', { collector: 'collector-3' })
  await page.goto(`${server.base}/collector/tasks`)
  await page.getByText('热线反映井盖破损').click()
  await page.getByText('结案条件').waitFor()
  // The photos of the verification and of the handling; each comes with a request of its own, after the text.
  await page.locator('.photos img').nth(1).waitFor()
  await page.getByLabel('拍同一角度').setInputFiles(photo('checked', 420))
  await saved(page)
  await page.getByRole('button', { name: '核查通过' }).click()
  await page.getByRole('tab', { name: /已发\s*2/ }).waitFor()
  assert.equal((await api('operator-1', `/api/cases/${registered.number}`)).state, 'to-close')
  await context.close()
})

// @Requirement({"ACQ-09", "ACQ-10", "DEV-09", "DEV-10"})
test('the map is there with and without a network, places are found, own figures are shown', async () => {
  const { context } = await phone()
  const page = await signIn(context, 'collector-6')
  await page.goto(`${server.base}/collector/map`)
  await page.getByRole('application').waitFor()
  await page.getByText(/单元网格|责任网格/).first().waitFor()
  await shown(page, 'collector-map')
  const [known] = await api('operator-1', `/api/geocoding/suggest?q=${encodeURIComponent('路')}&limit=1`)
  await page.getByLabel('查找').fill(known.text)
  const searched = page.waitForResponse(answer => answer.url().includes('/api/geocoding/search'))
  await page.getByRole('button', { name: '查找' }).click()
  await searched
  assert.equal(await page.getByText('没有找到').count(), 0)
  await context.setOffline(true)
  await page.goto(`${server.base}/collector/map`)
  await page.getByRole('application').waitFor()
  await page.getByText(/单元网格|责任网格/).first().waitFor()
  await context.setOffline(false)
  await page.goto(`${server.base}/collector/me`)
  await page.getByText('近 30 天').waitFor()
  await shown(page, 'collector-me')
  await context.close()
})

// @Requirement({"DEV-18"})
test('a full phone says that it kept nothing, goes on as a draft, and sends once there is room', async () => {
  const { context } = await phone()
  const page = await signIn(context, 'collector-5')
  await page.getByRole('button', { name: '＋ 上报问题' }).click()
  await page.getByLabel('拍近景').setInputFiles(photo('full', 300))
  await page.getByLabel('查找类别').fill('路灯')
  await page.getByRole('button', { name: '路灯', exact: true }).click()
  await page.locator('fieldset button').first().click()
  if (await page.getByText('尚未选定位置').isVisible()) await page.getByRole('button', { name: '用当前定位' }).click()
  await saved(page)
  // What a browser answers once the phone has no room left.
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (...of) {
      if (this.name === 'items' && !window.room) throw new DOMException('no room', 'QuotaExceededError')
      return put.apply(this, of)
    }
  })
  await page.getByLabel('问题描述').fill('手机存满时写下的路灯')
  await page.getByRole('alert').filter({ hasText: '没有存到本机' }).waitFor()
  assert.equal(await page.getByText('✓ 已存本机').count(), 0, 'nothing is called kept')
  await page.getByRole('button', { name: /^(上报|不是重复，仍然上报)$/ }).click()
  const again = page.getByRole('button', { name: '不是重复，仍然上报' })
  await page.getByRole('button', { name: /^(上报|不是重复，仍然上报)$/ }).and(page.locator(':enabled')).waitFor()
  if (await again.isVisible()) await again.click()
  assert.equal(await page.getByLabel('问题描述').inputValue(), '手机存满时写下的路灯', 'the page stays')
  await page.evaluate(() => { window.room = true })
  await page.getByLabel('问题描述').fill('手机腾出空间后写下的路灯')
  await saved(page)
  await page.getByRole('button', { name: /^(上报|不是重复，仍然上报)$/ }).click()
  await Promise.race([page.waitForURL('**/boxes'), again.waitFor().then(() => again.click()).catch(() => {})])
  await page.waitForURL('**/boxes')
  await page.getByRole('tab', { name: /已发\s*1/ }).waitFor()
  assert.equal((await casesNamed('手机腾出空间后')).length, 1)
  assert.equal((await casesNamed('手机存满时')).length, 0)
  await context.close()
})

// @Requirement({"ACQ-28"})
test('a phone the center wipes keeps nothing', async () => {
  const { context } = await phone()
  let page = await signIn(context, 'collector-4')
  const device = await page.evaluate(() => localStorage.getItem('jingwei.device'))
  await api('shift-leader-1', `/api/collection/phone-orders/${device}`, { lock: true, wipe: true })
  page = await kill(context, page)
  await page.getByText('本机数据已按监督中心的要求清除').waitFor()
  assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map(each => each.name).filter(name => name.startsWith('jingwei-collector'))), [])
  assert.ok((await api('shift-leader-1', '/api/collection/phones')).find(each => each.device === device).wipedAt)
  await context.close()
})
