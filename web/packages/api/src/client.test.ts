import { describe, expect, it } from 'vitest'
import { query, Refused, speaker, Submission } from './client'

describe('提交', () => {
  it('keeps the key while the content is the same, and takes a new one when it changes', () => {
    let made = 0
    const submission = new Submission(() => `key-${++made}`)
    const first = submission.keyFor({ opinion: '好' })
    expect(submission.keyFor({ opinion: '好' })).toBe(first)
    expect(submission.keyFor({ opinion: '不好' })).not.toBe(first)
  })
  it('takes a new key for another post and after an acknowledged submission', () => {
    let made = 0
    const submission = new Submission(() => `key-${++made}`)
    const first = submission.keyFor({})
    speaker.post = 'operator-1'
    const second = submission.keyFor({})
    speaker.post = ''
    expect(second).not.toBe(first)
    const third = submission.keyFor({})
    submission.done()
    expect(submission.keyFor({})).not.toBe(third)
  })
})

describe('查询', () => {
  it('leaves empty values out and keeps false', () => {
    expect(query({ text: '井盖', stage: '', open: false, light: undefined })).toBe('?text=%E4%BA%95%E7%9B%96&open=false')
    expect(query({})).toBe('')
  })
})

describe('拒绝', () => {
  it('is known by its code', () => {
    const refused = new Refused({ status: 409, type: 'urn:jingwei:refused:stale-version', title: '旧版' })
    expect(refused.is('stale-version')).toBe(true)
    expect(refused.is('not-your-axis')).toBe(false)
  })
})
