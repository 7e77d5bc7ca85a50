import { describe, expect, it } from 'vitest'
import { laidOut } from './layout'
import { nextVersion } from './workshop'

const published = (version: number) => ({ name: 'standard', version, publishedAt: '', publishedBy: '' })

describe('the process workshop', () => {
  it('numbers a page after the highest published version', () => {
    expect(nextVersion('process standard 1\ntitle x 1', [published(3), published(1)])).toBe('process standard 4\ntitle x 1')
    expect(nextVersion('title only', [])).toBe('title only')
  })
  it('lays states out from the beginning to the end and draws each pair of states once', () => {
    const state = (word: string) => ({ word, name: word, stage: 'creation', isFinal: word === 'closed' })
    const move = (from: string, act: string, to: string) => ({ from, act, name: act, by: ['x'], to, clause: 'T01' })
    const map = laidOut({ states: ['reported', 'accepted', 'closed'].map(state), examples: 0,
      arrows: [move('none', 'report', 'reported'), move('reported', 'accept', 'accepted'), move('reported', 'extend', 'reported'),
        move('accepted', 'close', 'closed'), move('accepted', 'annul', 'closed')] })
    const x = (word: string) => map.states.find(each => each.word === word)!.x
    expect(x('reported')).toBeLessThan(x('accepted'))
    expect(x('accepted')).toBeLessThan(x('closed'))
    expect(map.arrows.map(each => each.names.join('、'))).toEqual(['report', 'accept', 'close、annul'])
    expect(map.states.find(each => each.word === 'reported')!.stays).toEqual(['extend'])
  })
})
