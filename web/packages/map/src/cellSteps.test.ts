import { describe, expect, it } from 'vitest'
import { stepBetween } from './cellSteps'

const RING = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]

describe('edits of a ring', () => {
  it('sees a corner moved, the first one too', () => {
    expect(stepBetween(RING, [[0, 0], [4, 0], [5, 5], [0, 4], [0, 0]])).toEqual({ kind: 'MOVE', from: [4, 4], to: [5, 5] })
    expect(stepBetween(RING, [[1, 1], [4, 0], [4, 4], [0, 4], [1, 1]])).toEqual({ kind: 'MOVE', from: [0, 0], to: [1, 1] })
  })
  it('sees a corner added, on the closing edge too', () => {
    expect(stepBetween(RING, [[0, 0], [2, 1], [4, 0], [4, 4], [0, 4], [0, 0]])).toEqual({ kind: 'INSERT', from: [0, 0], to: [4, 0], at: [2, 1] })
    expect(stepBetween(RING, [[0, 0], [4, 0], [4, 4], [0, 4], [1, 2], [0, 0]])).toEqual({ kind: 'INSERT', from: [0, 4], to: [0, 0], at: [1, 2] })
  })
  it('sees a corner taken away, the last one too, and nothing where nothing was done', () => {
    expect(stepBetween(RING, [[0, 0], [4, 4], [0, 4], [0, 0]])).toEqual({ kind: 'REMOVE', at: [4, 0] })
    expect(stepBetween(RING, [[0, 0], [4, 0], [4, 4], [0, 0]])).toEqual({ kind: 'REMOVE', at: [0, 4] })
    expect(stepBetween(RING, RING)).toBeNull()
  })
})
