import type { MapBackdrop, MapLayer } from '@jingwei/api'
import TileLayer from 'ol/layer/Tile'
import { addCoordinateTransforms, addProjection, fromLonLat, get, toLonLat, transformExtent } from 'ol/proj'
import Projection from 'ol/proj/Projection'
import TileImage from 'ol/source/TileImage'
import XYZ from 'ol/source/XYZ'
import TileGrid from 'ol/tilegrid/TileGrid'
import { toDegrees, toPlane } from './gauss'

/** 影像: squares of an imagery layer from our own server, enlarged beyond the finest there is. */
export function imagery(layer: MapLayer): TileLayer<XYZ> {
  const drawn = new TileLayer({
    source: new XYZ({ url: `/api/basemap/imagery/${layer.id}/{z}/{x}/{y}?v=${layer.version}`, maxZoom: 18, transition: 0 }),
    zIndex: layer.drawOrder,
  })
  if (layer.extent) drawn.setExtent(transformExtent(layer.extent, 'EPSG:4326', 'EPSG:3857'))
  return drawn
}

/** 底图: tiles of a service of the city, in its own projection; the server fetches them. */
export function backdrop(one: MapBackdrop): TileLayer<TileImage> {
  return new TileLayer({
    source: new TileImage({
      projection: projection(one),
      tileGrid: new TileGrid({ origin: one.origin, resolutions: one.resolutions, tileSize: one.tileSize, minZoom: one.leastZoom }),
      tileUrlFunction: ([z = 0, x = 0, y = 0]) => (z < one.leastZoom || z > one.mostZoom ? undefined : `/api/basemap/backdrops/${one.id}/${z}/${x}/${y}`),
      transition: 0,
    }),
    zIndex: 0,
  })
}

function projection(one: MapBackdrop): Projection | string {
  if (one.meridian === undefined) return one.system === 'cgcs2000' ? 'EPSG:4326' : 'EPSG:3857'
  const known = get(one.system)
  if (known) return known
  const gauss = { meridian: one.meridian, zone: one.zone }
  const plane = new Projection({ code: one.system, units: 'm' })
  addProjection(plane)
  addCoordinateTransforms('EPSG:4326', plane, at => toPlane(gauss, at), at => toDegrees(gauss, at))
  addCoordinateTransforms('EPSG:3857', plane, at => toPlane(gauss, toLonLat(at)), at => fromLonLat(toDegrees(gauss, at)))
  return plane
}
