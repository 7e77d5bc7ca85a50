// Figures of geocoding on a running server: a city of 300,000 places loaded, published, read again at the start, and asked over HTTP.
// node web/browser/geocoding.figures.mjs <folder with places.csv and questions.txt, made by DrawnFiles> [requests]
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { Agent, request } from 'node:http'
import { startServer } from './server.mjs'

const folder = process.argv[2]
const REQUESTS = Number(process.argv[3] ?? 2000)
const server = await startServer({ JAVA_TOOL_OPTIONS: '-Xmx1g' })
const agent = new Agent({ keepAlive: true })
const { hostname, port } = new URL(server.base)

function send(method, path, token, body, type = 'application/json') {
  const bytes = body === undefined ? undefined : Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
  return new Promise((done, failed) => {
    const asking = request({ hostname, port, method, path, agent, headers: { ...(bytes && { 'Content-Type': type, 'Content-Length': bytes.length }),
      ...(token && { Authorization: `Bearer ${token}` }), 'Idempotency-Key': crypto.randomUUID() } }, answer => {
      const parts = []
      answer.on('data', part => parts.push(part))
      answer.on('end', () => done({ status: answer.statusCode, text: Buffer.concat(parts).toString() }))
    })
    asking.on('error', failed)
    asking.end(bytes)
  })
}
const figures = {}
const timed = async (name, work) => {
  const begun = performance.now()
  const answer = await work()
  figures[name] = Number(((performance.now() - begun) / 1000).toFixed(2))
  if (answer.status >= 300) throw new Error(`${name}: ${answer.status} ${answer.text.slice(0, 500)}`)
  return answer
}
try {
  const signedIn = await send('POST', '/api/sessions', null, { platform: 'luoyang', account: 'administrator-1', password: server.password('luoyang', 'administrator-1') })
  const { token } = JSON.parse(signedIn.text)
  const imported = await timed('importSeconds', () => send('POST', '/api/places/import', token, readFileSync(join(folder, 'places.csv')), 'text/csv'))
  figures.places = JSON.parse(imported.text).count
  await timed('publishAndBuildSeconds', () => send('POST', '/api/places/publication', token, { note: '数字' }))

  const words = readFileSync(join(folder, 'questions.txt'), 'utf8').trim().split('\n')
  const pick = n => words[(n * 7919) % words.length]
  const ask = async (name, path, count) => {
    const took = []
    for (let n = 0; n < count; n++) {
      const begun = performance.now()
      const answer = await send('GET', path(n), token)
      took.push(performance.now() - begun)
      if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${answer.text}`)
    }
    took.sort((a, b) => a - b)
    figures[name] = { requests: count, median: Number(took[count >> 1].toFixed(1)), p99: Number(took[Math.floor(count * 0.99)].toFixed(1)), most: Number(took[count - 1].toFixed(1)) }
  }
  const search = n => `/api/geocoding/search?q=${encodeURIComponent(pick(n))}`
  const suggest = n => `/api/geocoding/suggest?q=${encodeURIComponent([...pick(n)].slice(0, 2 + n % 4).join(''))}`
  await ask('warm', n => (n % 2 ? search(n) : suggest(n)), REQUESTS)
  delete figures.warm
  await ask('suggestMilliseconds', suggest, REQUESTS)
  await ask('searchMilliseconds', search, REQUESTS)
  const begun = performance.now()
  let asked = 0
  await Promise.all(Array.from({ length: 8 }, async (_, hand) => {
    for (let n = 0; n < REQUESTS / 2; n++) {
      await send('GET', search(hand * 7 + n), token)
      asked++
    }
  }))
  figures.searchesPerSecondAt8Connections = Math.round(asked / ((performance.now() - begun) / 1000))
  figures.load = loadavg()[0].toFixed(1)
  console.log(JSON.stringify(figures, null, 1))
} finally {
  agent.destroy()
  await server.stop()
}
