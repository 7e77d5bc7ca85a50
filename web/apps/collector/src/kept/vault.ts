/**
 * 本机加密: everything private on the phone lies under one random data key (AES-GCM 256). The key itself is kept wrapped by a key
 * made from the password; while somebody is signed in, this browser also holds a handle to it that cannot be read out.
 */
const ROUNDS = 210_000

export interface Wrapped { salt: Uint8Array<ArrayBuffer>, iv: Uint8Array<ArrayBuffer>, bytes: ArrayBuffer }
export interface Sealed { iv: Uint8Array<ArrayBuffer>, bytes: ArrayBuffer }

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count))

async function fromPassword(password: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const raw = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }, raw,
    { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** A new data key: its wrapped form to keep, and the handle to work with. */
export async function newKey(password: string): Promise<{ wrapped: Wrapped, key: CryptoKey }> {
  const raw = random(32)
  const salt = random(16)
  const iv = random(12)
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await fromPassword(password, salt), raw)
  return { wrapped: { salt, iv, bytes }, key: await handle(raw) }
}

/** The handle again, or null where the password does not open it. */
export async function openKey(password: string, wrapped: Wrapped): Promise<CryptoKey | null> {
  try {
    const raw = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: wrapped.iv }, await fromPassword(password, wrapped.salt), wrapped.bytes)
    return await handle(new Uint8Array(raw))
  } catch {
    return null
  }
}

/** The same data key under another password, after the password was changed; null where the former one is not right. */
export async function rewrap(former: string, wrapped: Wrapped, password: string): Promise<{ wrapped: Wrapped, key: CryptoKey } | null> {
  try {
    const raw = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: wrapped.iv }, await fromPassword(former, wrapped.salt), wrapped.bytes)
    const [salt, iv] = [random(16), random(12)]
    const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await fromPassword(password, salt), raw)
    return { wrapped: { salt, iv, bytes }, key: await handle(new Uint8Array(raw)) }
  } catch {
    return null
  }
}

const handle = (raw: Uint8Array<ArrayBuffer>) => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

export async function seal(key: CryptoKey, bytes: BufferSource): Promise<Sealed> {
  const iv = random(12)
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) }
}

export const open = (key: CryptoKey, sealed: Sealed): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key, sealed.bytes)

export const sealJson = (key: CryptoKey, value: unknown) => seal(key, new TextEncoder().encode(JSON.stringify(value)))
export const openJson = async <T>(key: CryptoKey, sealed: Sealed): Promise<T> =>
  JSON.parse(new TextDecoder().decode(await open(key, sealed))) as T

export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}
