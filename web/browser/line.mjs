// The line between a browser and the server, as a test holds it: cut, mended, or slow.
import { connect, createServer } from 'node:net'

export async function openLine(server) {
  const target = Number(new URL(server.base).port)
  const sockets = new Set()
  let cut = false
  let delay = 0
  /** In their order, whatever the delay was when each came; no piece is the end. */
  function carry(from, to) {
    const waiting = []
    const pass = () => {
      while (waiting.length && waiting[0].due <= Date.now()) {
        const { piece } = waiting.shift()
        if (piece) to.write(piece)
        else to.end()
      }
      if (waiting.length) setTimeout(pass, waiting[0].due - Date.now())
    }
    const take = piece => {
      waiting.push({ piece, due: Math.max(Date.now() + delay, waiting.at(-1)?.due ?? 0) })
      if (waiting.length === 1) pass()
    }
    from.on('data', take).on('end', () => take(null))
  }
  const line = createServer({ allowHalfOpen: true }, near => {
    if (cut) return void near.destroy()
    const far = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true })
    for (const one of [near, far]) {
      sockets.add(one)
      one.on('error', () => {})
      one.on('close', () => { sockets.delete(one); near.destroy(); far.destroy() })
    }
    carry(near, far)
    carry(far, near)
  })
  await new Promise(done => line.listen(0, '127.0.0.1', done))
  return {
    base: `http://127.0.0.1:${line.address().port}`,
    cut: () => { cut = true; sockets.forEach(one => one.destroy()) },
    mend: () => { cut = false },
    /** Every piece takes so many milliseconds longer, each way. */
    slow: milliseconds => { delay = milliseconds },
    close: () => { line.close(); sockets.forEach(one => one.destroy()) },
  }
}
