/** 拒绝: a problem document (RFC 9457) as the server writes it, in the language asked for. */
export interface Problem {
  status: number
  type: string
  title: string
  detail?: string
  clause?: string
  whoCould?: string[]
  missing?: string[]
}

/** Thrown for every answer that is not a success, and for a server that cannot be reached (status 0). */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title)
  }

  is(code: string): boolean {
    return this.problem.type === `urn:jingwei:refused:${code}`
  }
}

/** What every request says about whoever speaks; set by the shell, read here only. */
export interface Speaker {
  language: 'zh' | 'en'
  csrf: string
  post: string
  onSessionEnded: () => void
}

export const speaker: Speaker = { language: 'zh', csrf: '', post: '', onSessionEnded: () => {} }

export interface Asking {
  body?: unknown
  /** Idempotency key: the same one for every retry of one submission. */
  key?: string
  signal?: AbortSignal
  /** Goes on when the page is being left. */
  keepalive?: boolean
}

const READS = ['GET', 'HEAD']

function headers(method: string, key?: string): Headers {
  const said = new Headers({ Accept: 'application/json, application/problem+json' })
  said.set('Accept-Language', speaker.language === 'en' ? 'en' : 'zh-CN')
  if (speaker.post) said.set('X-Post', speaker.post)
  if (!READS.includes(method)) {
    if (speaker.csrf) said.set('X-CSRF', speaker.csrf)
    said.set('Idempotency-Key', key ?? crypto.randomUUID())
  }
  return said
}

/** Sends one request; JSON in, JSON out. */
export async function ask<T>(method: string, path: string, asking: Asking = {}): Promise<T> {
  const said = headers(method, asking.key)
  let body: string | undefined
  if (asking.body !== undefined) {
    said.set('Content-Type', 'application/json')
    body = JSON.stringify(asking.body)
  }
  return send<T>(path, { method, headers: said, body, signal: asking.signal, keepalive: asking.keepalive })
}

/** Sends the bytes of one file as they are (POST /api/media). */
export async function sendFile<T>(path: string, file: Blob): Promise<T> {
  const said = headers('POST')
  said.set('Content-Type', file.type || 'application/octet-stream')
  return send<T>(path, { method: 'POST', headers: said, body: file })
}

async function send<T>(path: string, init: RequestInit): Promise<T> {
  let answer: Response
  try {
    answer = await fetch(path, { ...init, credentials: 'same-origin' })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new Refused(unreachable())
  }
  if (answer.ok) {
    const text = await answer.text()
    return (text ? JSON.parse(text) : undefined) as T
  }
  if (answer.status === 401 && !path.startsWith('/api/sessions')) speaker.onSessionEnded()
  throw new Refused(await problem(answer))
}

async function problem(answer: Response): Promise<Problem> {
  try {
    const said = (await answer.json()) as Partial<Problem>
    if (typeof said.title === 'string') return { type: 'about:blank', ...said, title: said.title, status: answer.status }
  } catch {
    // Not a problem document: a proxy between us and the server answered.
  }
  return speaker.language === 'en'
    ? { status: answer.status, type: 'about:blank', title: `The server answered ${answer.status}`, detail: 'Try again later.' }
    : { status: answer.status, type: 'about:blank', title: `服务器答复 ${answer.status}`, detail: '请稍后重试。' }
}

function unreachable(): Problem {
  return speaker.language === 'en'
    ? { status: 0, type: 'about:blank', title: 'The server cannot be reached', detail: 'Check the network and send again; nothing is done twice.' }
    : { status: 0, type: 'about:blank', title: '连不上服务器', detail: '请检查网络后重新提交；同一次提交不会办两遍。' }
}

/** The same content keeps the same key, so that a repeat after a lost answer is known as one; changed content gets a new one. */
export class Submission {
  private content = ''
  private key = ''

  constructor(private readonly make: () => string = () => crypto.randomUUID()) {}

  keyFor(body: unknown): string {
    const content = `${speaker.post}\n${JSON.stringify(body)}`
    if (content !== this.content) {
      this.content = content
      this.key = this.make()
    }
    return this.key
  }

  /** The submission was acknowledged: the next one is another, even with the same words. */
  done(): void {
    this.content = ''
  }
}

/** Builds a query string; empty values are left out. */
export function query(values: Record<string, string | number | boolean | undefined | null>): string {
  const said = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== '') said.set(name, String(value))
  }
  const text = said.toString()
  return text ? `?${text}` : ''
}
