import { describe, expect, it } from 'vitest'
import { newKey, openJson, openKey, sealJson, sha256 } from './vault'

describe('what lies on the phone', () => {
  it('opens with the password it was locked by, and with no other', async () => {
    const { wrapped, key } = await newKey('Peony-in-April-7')
    const sealed = await sealJson(key, { description: '路灯不亮' })
    expect(new TextDecoder().decode(sealed.bytes)).not.toContain('路灯')
    expect(await openKey('Peony-in-May-8', wrapped)).toBeNull()
    const again = await openKey('Peony-in-April-7', wrapped)
    if (!again) throw new Error('the right password opens nothing')
    expect(await openJson(again, sealed)).toEqual({ description: '路灯不亮' })
    expect(again.extractable).toBe(false)
  })
  it('knows a photo by its content', async () => {
    expect(await sha256(new TextEncoder().encode('test'))).toBe('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08')
  })
})
