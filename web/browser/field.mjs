// What the walks of the street share: pictures as large as real ones, and what others do meanwhile over the contract.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

export const ROOT = resolve(import.meta.dirname, '../../target')
export const PICTURES = join(ROOT, 'pictures')
export const PLACE = { longitude: 112.4412, latitude: 34.6701, accuracy: 8 }
export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN',
  geolocation: PLACE, permissions: ['geolocation'] }

/** A picture full of noise: as large as a real one once it is a JPEG. */
export function photo(name, side) {
  mkdirSync(PICTURES, { recursive: true })
  const rows = Buffer.concat(Array.from({ length: side }, (_, y) => Buffer.from([0,
    ...Array.from({ length: side * 3 }, (_, x) => (x * x * 31 + y * x * 17 + name.length * y * 7) % 251)])))
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)]
    head.writeUInt32BE(data.length)
    tail.writeUInt32BE(crc32(body) >>> 0)
    return Buffer.concat([head, body, tail])
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(side, 0)
  size.writeUInt32BE(side, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const file = join(ROOT, `${name}.png`)
  writeFileSync(file, Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]))
  return file
}

/** Speaks the contract as any post of the demonstration. */
export function speaker(server) {
  const tokens = new Map()
  async function token(account) {
    if (!tokens.has(account)) {
      const answer = await fetch(`${server.base}/api/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ platform: 'luoyang', account, password: server.password('luoyang', account) }) })
      tokens.set(account, (await answer.json()).token)
    }
    return tokens.get(account)
  }
  async function api(account, path, body) {
    const answer = await fetch(server.base + path, { method: body ? 'POST' : 'GET', body: body && JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${await token(account)}`, 'Idempotency-Key': crypto.randomUUID() } })
    return answer.json()
  }
  async function act(account, number, word, particulars = {}) {
    const answer = await api(account, `/api/cases/${number}/acts`, { act: word, particulars })
    if (!answer.state) throw new Error(`${word}: ${JSON.stringify(answer)}`)
    return answer
  }
  async function media(account, name, side) {
    const answer = await fetch(`${server.base}/api/media`, { method: 'POST', body: readFileSync(photo(name, side)),
      headers: { 'Content-Type': 'image/png', Authorization: `Bearer ${await token(account)}` } })
    return (await answer.json()).hash
  }
  return { api, act, media, token }
}
