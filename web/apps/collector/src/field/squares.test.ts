import { describe, expect, it } from 'vitest'
import { squares } from './squares'

describe('squares of a duty grid', () => {
  it('cover the box at every zoom, the coarse ones first', () => {
    const found = squares({ west: 112.44, south: 34.66, east: 112.45, north: 34.67 }, ['roads'])
    expect(found[0]).toBe('/api/basemap/tiles/roads/13/6654/3253.mvt')
    expect(found).toContain('/api/basemap/tiles/roads/17/106475/52065.mvt')
    expect(new Set(found).size).toBe(found.length)
    expect(found.length).toBeLessThan(60)
  })
})
