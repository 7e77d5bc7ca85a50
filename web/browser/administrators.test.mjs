// The administrators: a leaving person's work is handed over, the three cannot do each other's work, and the second step of signing in.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, test } from 'node:test'
import { openOffice, picture, signedIn } from './desk.mjs'

let office

before(async () => { office = await openOffice() })
after(() => office?.close())

/** What an authenticator shows (RFC 6238). */
function digits(secret, at = Date.now()) {
  const bits = [...secret].map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', Buffer.from(bits.match(/.{8}/g).map(each => parseInt(each, 2)))).update(counter).digest()
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function typed(account, password, viewport = { width: 1366, height: 768 }) {
  const page = await (await office.browser.newContext({ viewport, locale: 'zh-CN' })).newPage()
  page.setDefaultTimeout(45_000)
  await page.goto(`${office.server.base}/office/`)
  await page.locator('input[name=account]').fill(account)
  await page.locator('input[name=password]').fill(password)
  await page.locator('input[name=password]').press('Enter')
  return page
}
const admin = (method, path, body) => office.ask('administrator-1', method, path, body)
async function somebody(name, account, password) {
  const { id } = await admin('POST', '/api/persons', { name })
  await admin('POST', '/api/accounts', { person: id, name: account, password, needsDevice: false })
  return id
}

// @Requirement("APM-01")
test('the last one at a post leaves only when a successor takes his work', async () => {
  const number = await office.handled({}, 'lighting')
  await somebody('唐接班', 'tang', 'Peony-in-May-31')
  const page = await signedIn(office.browser, office.server, 'administrator-1')
  await page.getByRole('link', { name: '机构人员' }).click()
  await page.getByRole('button', { name: '路灯管理处', exact: true }).click()
  const posts = page.getByRole('region', { name: '岗位' })
  await posts.getByRole('button', { name: /离任$/ }).click()
  await page.getByRole('alert').getByText(/还有 1 件案件待办，离任后无人接手/).waitFor()
  await picture(page, 'workshop-handover')
  await posts.locator('select[name=candidate]').selectOption({ label: '唐接班（tang）' })
  await posts.getByRole('button', { name: '移交并离任' }).click()
  await page.getByText('已交接').waitFor()
  await posts.locator('.chip', { hasText: '唐接班' }).waitFor()
  const { holderNames } = (await admin('GET', '/api/posts?organization=lighting'))[0]
  assert.deepEqual(holderNames, ['唐接班'])
  const refused = await admin('DELETE', '/api/organizations/lighting')
  assert.match(refused.type, /organization-in-use/)
  assert.equal((await admin('GET', `/api/cases/${number}`)).assignment.unit, 'lighting')
  await office.accessible(page, 'people')
  assert.deepEqual(page.faults, [])
})

// @Requirement({"SEC-05", "SEC-06"})
test('an administrator turns the second step on and signs in with both', async () => {
  const password = office.server.password('luoyang', 'administrator-1')
  const page = await signedIn(office.browser, office.server, 'administrator-1')
  await page.goto(`${office.server.base}/office/second-step`)
  await page.getByRole('button', { name: '启用', exact: true }).click()
  const secret = (await page.locator('code.secret').textContent()).replaceAll(' ', '')
  const spare = await page.locator('.codes code').first().textContent()
  await page.locator('input[name=kept]').check()
  await page.locator('input[name=present]').fill(password)
  await page.locator('input[name=code]').fill('000000')
  await page.getByRole('button', { name: '启用两步登录' }).click()
  await page.getByRole('alert').getByText('动态口令不对').waitFor()
  await picture(page, 'workshop-second-step')
  await office.accessible(page, 'second step')
  await page.locator('input[name=code]').fill(digits(secret))
  await page.getByRole('button', { name: '启用两步登录' }).click()
  await page.getByText('两步登录已启用').waitFor()

  const anew = await typed('administrator-1', password)
  await anew.locator('input[name=code]').waitFor()
  await picture(anew, 'workshop-sign-in')
  await anew.locator('input[name=code]').fill('123456')
  await anew.locator('input[name=code]').press('Enter')
  await anew.getByRole('alert').getByText('动态口令不对').waitFor()
  // The next code of the authenticator is half a minute ahead at most, which a phone's clock may be.
  await anew.locator('input[name=code]').fill(digits(secret, Date.now() + 30_000))
  await anew.locator('input[name=code]').press('Enter')
  await anew.getByRole('navigation').first().waitFor()

  const lost = await typed('administrator-1', password)
  await lost.locator('input[name=code]').fill(spare)
  await lost.locator('input[name=code]').press('Enter')
  await lost.getByRole('navigation').first().waitFor()
  await lost.goto(`${office.server.base}/office/second-step`)
  await lost.getByText('已启用，还有 9 个恢复码').waitFor()
  await lost.locator('form.off input').fill(password)
  await lost.getByRole('button', { name: '停用', exact: true }).click()
  await lost.getByText('两步登录已停用').waitFor()
})

// @Requirement({"SEC-05", "APM-02"})
test('once the security and the audit administrator are in office, each sees his own work and no other', async () => {
  await somebody('安保国', 'security', 'Peony-in-May-32')
  await somebody('申计明', 'auditor', 'Peony-in-May-33')
  const page = await signedIn(office.browser, office.server, 'administrator-1')
  await page.getByRole('link', { name: '机构人员' }).click()
  for (const [id, name, kind, post, label] of [['audit', '审计管理', 'AUDIT_ADMINISTRATION', 'audit-administrator', '申计明（auditor）'],
    ['security', '安全管理', 'SECURITY_ADMINISTRATION', 'security-administrator', '安保国（security）']]) {
    await page.locator('input[name=unit-id]').fill(id)
    await page.locator('input[name=unit-name]').fill(name)
    await page.locator('select[name=unit-kind]').selectOption(kind)
    await page.getByRole('button', { name: '建立机构' }).click()
    await page.getByRole('heading', { name: new RegExp(name) }).waitFor()
    await page.locator('input[name=post-id]').fill(`${id}-1`)
    await page.locator('input[name=post-name]').fill(`${name}员`)
    await page.locator('select[name=post-kind]').selectOption(post)
    await page.getByRole('button', { name: '设岗位' }).click()
    await page.getByText('岗位已设').waitFor()
    await page.locator('select[name=candidate]').selectOption({ label })
    await page.getByRole('button', { name: '任命', exact: true }).click()
    await page.getByText('已任命').waitFor()
  }
  await picture(page, 'workshop-three')

  // The page that says who may do what, and why.
  await page.getByRole('link', { name: '权限', exact: true }).click()
  await page.getByText(/两轴分立成立/).waitFor()
  await page.locator('select[name=right]').selectOption('JOURNAL_READ')
  await page.getByText('申计明，因为任“审计管理员”（不在轴上）').waitFor()
  assert.equal(await page.getByText(/因为任“系统管理员”/).count(), 0)
  await picture(page, 'workshop-rights')
  await office.accessible(page, 'rights')
  await page.getByRole('link', { name: '机构人员' }).click()

  const change = async (account, first, then) => {
    const own = await typed(account, first)
    await own.getByRole('heading', { name: '修改口令' }).waitFor()
    await own.locator('#password-former').fill(first)
    await own.locator('#password-wanted').fill(then)
    await own.locator('#password-again').fill(then)
    await own.getByRole('button', { name: '修改', exact: true }).click()
    return own
  }
  const security = await change('security', 'Peony-in-May-32', 'Peony-in-July-32')
  await security.getByRole('heading', { name: '机构人员' }).waitFor()
  await security.getByRole('region', { name: '账号' }).waitFor()
  assert.equal(await security.getByRole('link', { name: '流程' }).count(), 0)
  await picture(security, 'workshop-security')
  const refused = await admin('GET', '/api/journal')
  assert.match(refused.type, /permission-missing/)
  assert.match((await admin('POST', '/api/posts/audit-1/holdings', { person: '0193f0c0-0000-7000-8000-000000000001' })).type, /permission-missing/)
  await page.reload()
  await page.getByRole('region', { name: '岗位' }).waitFor()
  assert.equal(await page.getByRole('button', { name: '任命', exact: true }).count(), 0)
  const auditor = await change('auditor', 'Peony-in-May-33', 'Peony-in-July-33')
  await auditor.getByRole('heading', { name: '日志' }).waitFor()
  await auditor.getByRole('cell', { name: 'post-assigned' }).first().waitFor()
  await auditor.getByRole('button', { name: '核对日志链' }).click()
  await auditor.getByText(/环全部相连/).waitFor()
  await picture(auditor, 'workshop-journal')
  await office.accessible(auditor, 'journal')
  assert.equal(await auditor.getByRole('link', { name: '机构人员' }).count(), 0)
  await office.accessible(security, 'security administrator')
  assert.deepEqual(page.faults, [])
  assert.deepEqual(office.violations, [])
})
