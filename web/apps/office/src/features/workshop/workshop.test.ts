import { describe, expect, it } from 'vitest'
import { laidOut } from './layout'
import { nextVersion } from './workshop'

const published = (version: number) => ({ name: 'standard', version, publishedAt: '', publishedBy: '' })

describe('the process workshop', () => {
  it('numbers a page after the highest published version', () => {
    expect(nextVersion('process standard 1\ntitle x 1', [published(3), published(1)])).toBe('process standard 4\ntitle x 1')
    expect(nextVersion('title only', [])).toBe('title only')
  })
  it('lays states in the lanes of their stages and draws each pair of states once', () => {
    const state = (word: string, stage: string) => ({ word, name: word, stage, isFinal: word === 'closed' })
    const move = (from: string, act: string, to: string) => ({ from, act, name: act, by: ['x'], to, clause: 'T01' })
    const map = laidOut({ states: [state('closed', 'creation'), state('accepted', 'creation'), state('reported', 'collection')], examples: 0,
      arrows: [move('none', 'report', 'reported'), move('reported', 'accept', 'accepted'), move('reported', 'extend', 'reported'),
        move('accepted', 'close', 'closed'), move('accepted', 'annul', 'closed')] },
    [{ word: 'collection', name: 'c' }, { word: 'creation', name: 'd' }, { word: 'check', name: 'e' }])
    const of = (word: string) => map.states.find(each => each.word === word)!
    expect(map.lanes.map(lane => lane.word)).toEqual(['collection', 'creation'])
    expect(of('reported').x).toBeLessThan(of('accepted').x)
    expect(of('accepted').y).toBeLessThan(of('closed').y)
    expect(map.arrows.map(each => each.names.join('、'))).toEqual(['accept', 'close、annul'])
  })
})
