// Figures of the field: CPU that positions of 2,000 collectors cost, and reports accepted at 32 connections.
// node web/browser/collector-figures.mjs [seconds] [seconds to warm up]
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { startServer } from './server.mjs'

const SECONDS = Number(process.argv[2] ?? 60)
const COLLECTORS = 2000
const EVERY = 30
const server = await startServer()
const agent = new Agent({ keepAlive: true, maxSockets: 32 })
const { hostname, port } = new URL(server.base)

function send(method, path, token, body, type = 'application/json') {
  const bytes = Buffer.isBuffer(body) ? body : body === undefined ? undefined : Buffer.from(JSON.stringify(body))
  return new Promise((done, failed) => {
    const asking = request({ hostname, port, method, path, agent, headers: { ...(bytes && { 'Content-Type': type, 'Content-Length': bytes.length }),
      ...(token && { Authorization: `Bearer ${token}` }), 'Idempotency-Key': crypto.randomUUID() } }, answer => {
      const parts = []
      answer.on('data', part => parts.push(part))
      answer.on('end', () => done({ status: answer.statusCode, json: () => JSON.parse(Buffer.concat(parts).toString()) }))
    })
    asking.on('error', failed)
    asking.end(bytes)
  })
}

/** CPU seconds used so far by the server and its database: every process in the server's group. */
function cpu(pid) {
  const children = new Map()
  const used = new Map()
  for (const name of readdirSync('/proc').filter(each => /^\d+$/.test(each))) {
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8')
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
      children.set(Number(name), Number(fields[1]))
      used.set(Number(name), (Number(fields[11]) + Number(fields[12])) / 100)
    } catch {
      // it ended meanwhile
    }
  }
  const belongs = each => each === pid || (children.has(each) && children.get(each) > 1 && belongs(children.get(each)))
  const command = each => {
    try {
      return readFileSync(`/proc/${each}/cmdline`, 'utf8')
    } catch {
      return ''
    }
  }
  let jvm = 0
  let database = 0
  for (const [each, seconds] of used) {
    if (each === pid) jvm += seconds
    else if (belongs(each) || (command(each).includes('postgres') && command(each).includes(server.data ?? '\0'))) database += seconds
  }
  return { jvm, database }
}

async function signIn(account) {
  const answer = await send('POST', '/api/sessions', null, { platform: 'luoyang', account, password: server.password('luoyang', account) })
  return answer.json().token
}

const tokens = []
for (let n = 1; n <= 8; n++) {
  const token = await signIn(`collector-${n}`)
  await send('POST', '/api/collection/attendance', token, { id: crypto.randomUUID(), act: 'IN', fix: { longitude: 112.4412, latitude: 34.6701, accuracy: 8 } })
  tokens.push(token)
}

let made = 0
const position = n => ({ sentAt: new Date().toISOString(), positions: [{ at: new Date(Date.now() - (made++ % 1000)).toISOString(),
  longitude: 112.4412 + (n % 100) * 0.0001, latitude: 34.6701, accuracy: 8, battery: 76 }] })
const perSecond = COLLECTORS / EVERY

/** So many requests a second, evenly, whatever the answers take. */
async function drive(seconds) {
  const begun = performance.now()
  const going = []
  let stored = 0
  for (let n = 0; n < perSecond * seconds; n++) {
    const wait = begun + n * 1000 / perSecond - performance.now()
    if (wait > 0) await new Promise(next => setTimeout(next, wait))
    going.push(send('POST', '/api/collection/positions', tokens[n % 8], position(n)).then(answer => { stored += answer.json().stored ?? 0 }))
  }
  await Promise.all(going)
  return { sent: going.length, stored }
}
await drive(Number(process.argv[3] ?? 120))
const before = cpu(server.pid)
const begun = performance.now()
const done = await drive(SECONDS)
const wall = (performance.now() - begun) / 1000
const after = cpu(server.pid)
console.log(JSON.stringify({ figure: 'positions of 2,000 collectors every 30 s', ...done, seconds: Math.round(wall),
  shareOfOneCoreJvm: Number(((after.jvm - before.jvm) / wall).toFixed(3)), shareOfOneCoreDatabase: Number(((after.database - before.database) / wall).toFixed(3)) }))

// Reports: the photo is there, so that a form becomes a case at once.
const jpeg = Buffer.from('/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z', 'base64')
const media = await send('POST', '/api/media', tokens[0], jpeg, 'image/jpeg')
const hash = createHash('sha256').update(jpeg).digest('hex')
if (media.status >= 300) throw new Error(JSON.stringify(media.json()))
const numbers = new Set()
let accepted = 0
let refused = 0
let written = 0
/** Reports from 32 hands until the time is up; each at a place of its own, as the streets have it. */
async function report(seconds) {
  accepted = refused = 0
  numbers.clear()
  const start = performance.now()
  await Promise.all(Array.from({ length: 32 }, async (_, hand) => {
    while (performance.now() < start + seconds * 1000) {
      const n = written++
      const answer = await send('POST', '/api/collection/submissions', tokens[hand % 8], { id: crypto.randomUUID(), kind: 'REPORT', particulars: {
        description: '路灯不亮', classCode: 'component-0118', condition: 1, point: { longitude: 112.4412 + (n % 90) * 0.0001, latitude: 34.6701 + (n % 7) * 0.0001 } },
      media: [{ hash, kind: 'BEFORE', view: 'near', size: jpeg.length }] })
      const said = answer.json()
      if (answer.status === 202 && said.state === 'DONE') {
        accepted++
        numbers.add(said.number)
      } else if (answer.status === 202) accepted++
      else refused++
    }
  }))
  return (performance.now() - start) / 1000
}
await report(SECONDS / 2)
const used = cpu(server.pid)
const took = await report(SECONDS / 2)
const spent = cpu(server.pid)
console.log(JSON.stringify({ figure: 'reports at 32 connections', perSecond: Math.round(accepted / took), accepted, distinctCases: numbers.size, refused,
  coresJvm: Number(((spent.jvm - used.jvm) / took).toFixed(2)), coresDatabase: Number(((spent.database - used.database) / took).toFixed(2)) }))
agent.destroy()
await server.stop()
