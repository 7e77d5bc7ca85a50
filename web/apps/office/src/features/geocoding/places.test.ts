import { expect, test } from 'vitest'
import { blank, corners, csv, draftOf, drawnAs, shapeOf, type PlaceVersion } from './places'

const road: PlaceVersion = {
  id: 'R1', version: 2, state: 'PUBLISHED', stateName: '已发布', kind: 'road', name: '中州"中"路', standardName: '', aliases: ['大马路', '中州路'], regionCode: '410303',
  streetCode: '', communityCode: '', roadId: '', plateNumber: '', plateSide: '', longitude: null, latitude: null, wkt: 'LINESTRING (112.4 34.6, 112.5 34.7)',
  width: 45, validFrom: null, validTo: null, source: '', note: '', changedAt: '', changedBy: '', reason: '', successor: '', parentId: '',
}

test('a version becomes a form and a row without losing a column', () => {
  const draft = draftOf(road)
  expect(draft.aliases).toBe('大马路|中州路')
  expect(draft.width).toBe('45')
  expect(draft.longitude).toBe('')
  expect(csv(draft).split('\r\n')[1]).toContain('"中州""中""路"')
  expect(csv(draft).split('\r\n')[0]!.split(',')).toHaveLength(20)
})

test('clicks draw a line, an outline or a point', () => {
  expect([drawnAs('road'), drawnAs('community'), drawnAs('poi')]).toEqual(['line', 'outline', 'point'])
  expect(shapeOf('road', [[112.4, 34.6]])).toBe('')
  expect(shapeOf('road', [[112.4, 34.6], [112.5, 34.7]])).toBe('LINESTRING(112.4000000 34.6000000, 112.5000000 34.7000000)')
  expect(shapeOf('community', [[1, 2], [3, 4], [5, 6]])).toMatch(/^POLYGON\(\(1\.0000000 2\.0000000, .*1\.0000000 2\.0000000\)\)$/)
})

test('corners are read back, an outline without its closing one', () => {
  expect(corners(road.wkt!)).toEqual([[112.4, 34.6], [112.5, 34.7]])
  expect(corners('POLYGON ((1 2, 3 4, 5 6, 1 2))')).toEqual([[1, 2], [3, 4], [5, 6]])
  expect(corners('')).toEqual([])
})

test('a new place begins as a landmark', () => {
  expect(blank().kind).toBe('landmark')
})
