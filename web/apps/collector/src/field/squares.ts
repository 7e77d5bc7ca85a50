/** 底图: layers drawn under the cells, the lowest first. */
export const LAYERS = ['water', 'green', 'buildings', 'roads']
const LEAST = 13
const MOST = 17

export interface Box { west: number, south: number, east: number, north: number }

const column = (longitude: number, z: number) => Math.floor((longitude + 180) / 360 * 2 ** z)
const row = (latitude: number, z: number) => {
  const turned = latitude * Math.PI / 180
  return Math.floor((1 - Math.log(Math.tan(turned) + 1 / Math.cos(turned)) / Math.PI) / 2 * 2 ** z)
}

/** Addresses of every square over a box, coarse ones first. */
export function squares(box: Box, layers: string[] = LAYERS): string[] {
  const found: string[] = []
  for (let z = LEAST; z <= MOST; z++) {
    for (let x = column(box.west, z); x <= column(box.east, z); x++) {
      for (let y = row(box.north, z); y <= row(box.south, z); y++) {
        for (const layer of layers) found.push(`/api/basemap/tiles/${layer}/${z}/${x}/${y}.mvt`)
      }
    }
  }
  return found
}
