// The real server for browser tests: the packed jar on a free loopback port with a data folder of its own.
import { spawn } from 'node:child_process'
import { mkdtempSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')

async function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => done(port))
    })
  })
}

/** Starts the jar and answers when it can take work. `settings` are more words of its environment, `heap` what its memory may be. */
export async function startServer(settings = {}, heap = '512m') {
  mkdirSync(join(ROOT, 'target'), { recursive: true })
  const data = mkdtempSync(join(ROOT, 'target', 'browser-'))
  const port = await freePort()
  const java = join(process.env.JAVA_HOME ?? '/usr', 'bin', 'java')
  const child = spawn(java, [`-Xmx${heap}`, '-XX:+UseSerialGC', '-jar', join(ROOT, 'server/target/jingwei-server.jar')], {
    env: { ...process.env, PORT: String(port), JINGWEI_DATA: data, JINGWEI_SIMULATOR: 'off', ...settings }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const out of [child.stdout, child.stderr]) out.on('data', chunk => { said += chunk })
  const ended = new Promise(done => child.once('exit', done))
  const base = `http://127.0.0.1:${port}`
  const until = Date.now() + 300_000
  for (;;) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGKILL')
      throw new Error(`the server did not start:\n${said}`)
    }
    const healthy = await fetch(`${base}/api/health`).then(answer => answer.ok, () => false)
    if (healthy) break
    await new Promise(next => setTimeout(next, 200))
  }
  const lines = readFileSync(join(data, 'demo-accounts.csv'), 'utf8').trim().split('\n').slice(1).map(line => line.split(','))
  const password = (platform, account) => lines.find(line => line[0] === platform && line[2] === account)[3]
  return { base, pid: child.pid, data, password, posts: lines.filter(line => line[0] === 'luoyang').map(line => line[2]),
    stop: async () => { child.kill('SIGTERM'); await ended } }
}
