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
  const { api } = speaker(server)
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
})
