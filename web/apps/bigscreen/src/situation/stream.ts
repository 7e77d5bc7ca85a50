import { speaker } from '@jingwei/api'

export interface StreamEvents {
  event: (name: string, data: string) => void
  /** Heard again, after how many milliseconds of silence where it was lost. */
  open: () => void
  lost: () => void
  /** The session has ended: somebody must sign in. */
  ended: () => void
}

/** Reads server-sent events piece by piece; a piece may end anywhere. */
export class EventReader {
  private rest = ''
  private name = ''
  private data: string[] = []
  lastId = ''

  constructor(private readonly tell: (name: string, data: string) => void) {}

  read(piece: string): void {
    const lines = (this.rest + piece).split('\n')
    this.rest = lines.pop() ?? ''
    for (const raw of lines) {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
      if (line === '') {
        if (this.data.length > 0) this.tell(this.name, this.data.join('\n'))
        this.name = ''
        this.data = []
      } else if (line.startsWith('id:')) this.lastId = line.slice(3).trim()
      else if (line.startsWith('event:')) this.name = line.slice(6).trim()
      else if (line.startsWith('data:')) this.data.push(line.slice(5))
    }
  }

  /** A cut line leaves half an event behind; it comes again whole. */
  cut(): void {
    this.rest = this.name = ''
    this.data = []
  }
}

/** The server says something every five seconds; a line that is silent for longer is dead, whatever the socket believes. */
const SILENCE = 12_000
const RETRY = [500, 1_000, 2_000, 4_000]

/**
 * 推送: keeps a stream open and comes back with the number of the last event it was told, so that nothing is missed. It is read
 * with fetch, which can name the post one speaks from and notices a silent line; EventSource can do neither.
 */
export class WallStream {
  private readonly reader: EventReader
  private stopped = false
  private tries = 0
  private controller: AbortController | null = null

  constructor(private readonly path: string, private readonly events: StreamEvents) {
    this.reader = new EventReader((name, data) => events.event(name, data))
  }

  start(after: number | null): void {
    if (after !== null) this.reader.lastId = String(after)
    void this.run()
  }

  stop(): void {
    this.stopped = true
    this.controller?.abort()
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.listen()
      } catch {
        // Said below, however it broke.
      }
      if (this.stopped) return
      this.reader.cut()
      this.events.lost()
      const wait = RETRY[Math.min(this.tries++, RETRY.length - 1)]!
      await new Promise(next => setTimeout(next, wait))
    }
  }

  private async listen(): Promise<void> {
    const controller = this.controller = new AbortController()
    let silence = setTimeout(() => controller.abort(), SILENCE)
    try {
      const headers = new Headers({ Accept: 'text/event-stream' })
      if (speaker.post) headers.set('X-Post', speaker.post)
      if (this.reader.lastId) headers.set('Last-Event-ID', this.reader.lastId)
      const answer = await fetch(this.path, { headers, credentials: 'same-origin', signal: controller.signal, cache: 'no-store' })
      if (answer.status === 401) {
        this.stopped = true
        this.events.ended()
        return
      }
      if (!answer.ok || !answer.body) throw new Error(String(answer.status))
      this.tries = 0
      this.events.open()
      const pieces = answer.body.pipeThrough(new TextDecoderStream()).getReader()
      for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
        clearTimeout(silence)
        silence = setTimeout(() => controller.abort(), SILENCE)
        this.reader.read(piece.value)
      }
    } finally {
      clearTimeout(silence)
    }
  }
}
