import { describe, expect, it } from 'vitest'
import { EventReader } from './stream'
import { onTime, shortPlace } from './situation'

const TEXT = 'id:7\nevent:cases\ndata:{"seq":7}\n\nid:8\r\nevent:beat\r\ndata:{}\r\n\r\n'

describe('推送的读法 (CMD-03)', () => {
  it('is the same in whatever pieces it comes', () => {
    for (let size = 1; size <= TEXT.length; size++) {
      const told: string[] = []
      const reader = new EventReader((name, data) => told.push(`${name} ${data}`))
      for (let at = 0; at < TEXT.length; at += size) reader.read(TEXT.slice(at, at + size))
      expect(told).toEqual(['cases {"seq":7}', 'beat {}'])
      expect(reader.lastId).toBe('8')
    }
  })
  it('forgets half an event of a cut line and keeps the number to come back with', () => {
    const told: string[] = []
    const reader = new EventReader((name, data) => told.push(`${name} ${data}`))
    reader.read('id:7\nevent:cases\ndata:{"seq":7}\n\nevent:figures\ndata:{"half')
    reader.cut()
    reader.read('event:cases\ndata:{"seq":9}\n\n')
    expect(told).toEqual(['cases {"seq":7}', 'cases {"seq":9}'])
    expect(reader.lastId).toBe('7')
  })
})

describe('地名', () => {
  it('leaves the committee out and nothing else', () => {
    expect(shortPlace('天四社区居民委员会')).toBe('天四社区')
    expect(shortPlace('居民委员会路')).toBe('居民委员会路')
  })
})

describe('按期率', () => {
  it('is not counted where nothing was handled', () => {
    expect(onTime({})).toBeNull()
    expect(onTime({ handled: 8, late: 1 })).toBe(87.5)
  })
})
