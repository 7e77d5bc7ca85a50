/** 高斯投影: Krüger's series on the CGCS2000 ellipsoid, for tile services cut in a plane; better than a millimeter within 3 degrees. */
export interface Gauss { meridian: number, zone: number }

const A = 6_378_137
const N = (1 / 298.257222101) / (2 - 1 / 298.257222101)
const RADIUS = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64)
const ALPHA = [N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3, (13 / 48) * N ** 2 - (3 / 5) * N ** 3, (61 / 240) * N ** 3]
const BETA = [N / 2 - (2 / 3) * N ** 2 + (37 / 96) * N ** 3, (1 / 48) * N ** 2 + (1 / 15) * N ** 3, (17 / 480) * N ** 3]
const DELTA = [2 * N - (2 / 3) * N ** 2 - 2 * N ** 3, (7 / 3) * N ** 2 - (8 / 5) * N ** 3, (56 / 15) * N ** 3]
const RAD = Math.PI / 180
const east = (gauss: Gauss) => gauss.zone * 1_000_000 + 500_000

/** Degrees to east and north. */
export function toPlane(gauss: Gauss, [longitude = 0, latitude = 0]: number[]): [number, number] {
  const sine = Math.sin(latitude * RAD)
  const k = (2 * Math.sqrt(N)) / (1 + N)
  const t = Math.sinh(Math.atanh(sine) - k * Math.atanh(k * sine))
  const away = (longitude - gauss.meridian) * RAD
  const xi = Math.atan2(t, Math.cos(away))
  const eta = Math.atanh(Math.sin(away) / Math.sqrt(1 + t * t))
  let x = eta
  let y = xi
  ALPHA.forEach((a, i) => {
    x += a * Math.cos(2 * (i + 1) * xi) * Math.sinh(2 * (i + 1) * eta)
    y += a * Math.sin(2 * (i + 1) * xi) * Math.cosh(2 * (i + 1) * eta)
  })
  return [RADIUS * x + east(gauss), RADIUS * y]
}

/** East and north to degrees. */
export function toDegrees(gauss: Gauss, [x = 0, y = 0]: number[]): [number, number] {
  const xi = y / RADIUS
  const eta = (x - east(gauss)) / RADIUS
  let p = xi
  let q = eta
  BETA.forEach((b, i) => {
    p -= b * Math.sin(2 * (i + 1) * xi) * Math.cosh(2 * (i + 1) * eta)
    q -= b * Math.cos(2 * (i + 1) * xi) * Math.sinh(2 * (i + 1) * eta)
  })
  const chi = Math.asin(Math.sin(p) / Math.cosh(q))
  const latitude = DELTA.reduce((sum, d, i) => sum + d * Math.sin(2 * (i + 1) * chi), chi)
  return [gauss.meridian + Math.atan2(Math.sinh(q), Math.cos(p)) / RAD, latitude / RAD]
}
