import { describe, expect, it } from 'vitest'
import { toDegrees, toPlane } from './gauss'

const CITY = { meridian: 112.5, zone: 0 }

describe('the plane of a city', () => {
  it('lays the corner of the municipality where the survey has it', () => {
    // A reading of a survey point in CGCS2000 / 3-degree Gauss-Kruger CM 111E, from the server's samples of files.
    const [longitude, latitude] = toDegrees({ meridian: 111, zone: 0 }, [632981.94, 3837000])
    const [x, y] = toPlane({ meridian: 111, zone: 0 }, [longitude, latitude])
    expect(x).toBeCloseTo(632981.94, 3)
    expect(y).toBeCloseTo(3837000, 3)
    expect(longitude).toBeGreaterThan(112.4)
    expect(longitude).toBeLessThan(112.5)
  })
  it('has its meridian at 500 km, with the zone before it where there is one', () => {
    expect(toPlane(CITY, [112.5, 34.6])[0]).toBeCloseTo(500_000, 6)
    expect(toPlane({ meridian: 111, zone: 37 }, [111, 34.6])[0]).toBeCloseTo(37_500_000, 6)
    // Meridian arc to 45 degrees on the ellipsoid.
    expect(toPlane(CITY, [112.5, 45])[1]).toBeCloseTo(4_984_944.378, 2)
  })
  it('goes there and back within a millimeter', () => {
    for (const at of [[111.1, 33.6], [112.43, 34.67], [113.9, 35.1]]) {
      const [longitude, latitude] = toDegrees(CITY, toPlane(CITY, at))
      expect(longitude).toBeCloseTo(at[0] ?? 0, 8)
      expect(latitude).toBeCloseTo(at[1] ?? 0, 8)
    }
  })
})
