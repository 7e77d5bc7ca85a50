// An Open311 client that was not written here (the `open311` package of Code for America) against the server: discovery, services,
// definition, a request, its token, its state, all requests with a filter.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import Open311 from 'open311'
import { speaker } from './field.mjs'
import { startServer } from './server.mjs'

let server

before(async () => { server = await startServer() })
after(async () => { await server?.stop() })

const answered = (client, method, ...asked) => new Promise((done, failed) =>
  client[method](...asked, (error, data) => error ? failed(new Error(`${method}: ${error} ${data}`)) : done(data)))

// @Requirement({"ACC-01", "PUB-01"})
test('a client of the standard finds, reports and follows', async () => {
  const { api, act, media } = speaker(server)
  const { key } = await api('administrator-1', '/api/open311-clients', { id: 'neighbour', name: '邻市平台', source: 'DEPARTMENT' })
  const client = new Open311({ discovery: `${server.base}/open311/v2/discovery.json`, jurisdiction: 'luoyang', apiKey: key })
  const found = await answered(client, 'serviceDiscovery', { cache: true })
  assert.equal(found.endpoints[0].specification, 'http://wiki.open311.org/GeoReport_v2')
  assert.equal(client.endpoint, `${server.base}/open311/v2/`)
  const services = await answered(client, 'serviceList')
  const lamp = services.find(each => each.service_code === 'component-0118')
  assert.ok(lamp.service_name.includes('路灯'))
  const definition = await answered(client, 'serviceDefinition', 'component-0118')
  assert.equal(definition.attributes[0].code, 'condition')
  const form = { service_code: 'component-0118', lat: 34.6701, long: 112.4412, description: '路灯不亮', first_name: '小二', last_name: '王',
    phone: '13900000041', client_request_id: 'n-1', attributes: { condition: '1' } }
  const [begun] = await answered(client, 'submitRequest', form)
  const number = begun.service_request_id
  assert.ok(number)
  assert.equal((await answered(client, 'submitRequest', form))[0].service_request_id, number, 'sent twice, one case')
  assert.equal((await answered(client, 'token', number))[0].service_request_id, number)
  const [told] = await answered(client, 'serviceRequest', number)
  assert.equal(told.status, 'open')
  assert.equal(told.service_code, 'component-0118')
  assert.ok(!JSON.stringify(told).includes('13900000041'), 'nobody is told who reported')
  const open = await answered(client, 'serviceRequests', { status: 'open', service_code: 'component-0118' })
  assert.ok(open.some(each => each.service_request_id === number))
  const both = await answered(client, 'serviceRequests', [number])
  assert.equal(both.length, 1)
  const stranger = new Open311({ endpoint: `${server.base}/open311/v2/`, jurisdiction: 'luoyang', apiKey: 'jw-wrong' })
  await assert.rejects(answered(stranger, 'submitRequest', form), /403/)
  const view = await api('operator-1', `/api/cases/${number}`)
  assert.equal(view.reported.source, 'DEPARTMENT')

  // The photo of the result: none before the end, then an address that anybody may fetch; photos on the way stay inside.
  assert.equal(told.media_url, '')
  const piece = async (account, kind, side) => [{ hash: await media(account, `o311-${kind.toLowerCase()}`, side), kind }]
  const verified = await piece('collector-2', 'VERIFY', 71)
  await act('operator-1', number, 'ask-verify', { collector: 'collector-2' })
  await act('collector-2', number, 'verify-true', { evidence: verified })
  await act('operator-1', number, 'accept', { condition: 1 })
  await act('shift-leader-1', number, 'file')
  await act('dispatcher-1', number, 'dispatch', { unit: 'lighting' })
  const after = await piece('lighting-1', 'AFTER', 72)
  await act('lighting-1', number, 'handle', { opinion: '已更换灯泡', evidence: after })
  await act('dispatcher-1', number, 'report-back')
  await act('operator-1', number, 'ask-check', { collector: 'collector-3' })
  await act('collector-3', number, 'pass-check', { evidence: await piece('collector-3', 'CHECK', 73) })
  assert.equal((await answered(client, 'serviceRequest', number))[0].media_url, '', 'checked, but not ended')
  await act('shift-leader-1', number, 'close', { opinion: '同意结案' })
  const [ended] = await answered(client, 'serviceRequest', number)
  assert.equal(ended.status, 'closed')
  assert.ok(ended.media_url.startsWith(`${server.base}/open311/v2/photos/luoyang/${number}/`), ended.media_url)
  const seen = await fetch(ended.media_url)
  assert.equal(seen.status, 200)
  assert.equal(seen.headers.get('content-type'), 'image/jpeg')
  assert.deepEqual([...new Uint8Array(await seen.arrayBuffer())].slice(0, 2), [0xff, 0xd8], 'a picture')
  assert.equal(ended.media_url, ended.media_url.replace(/[0-9a-f]{64}/, after[0].hash), 'the first photo of the result')
  assert.equal((await fetch(ended.media_url.replace(after[0].hash, verified[0].hash))).status, 404, 'a photo of the way is not public')
  const list = await answered(client, 'serviceRequests', { status: 'closed', service_code: 'component-0118' })
  assert.equal(list.find(each => each.service_request_id === number).media_url, ended.media_url)
})
