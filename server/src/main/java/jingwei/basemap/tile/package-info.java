/// 矢量瓦片: cuts features to the squares of the Web Mercator pyramid and writes them as Mapbox Vector Tiles; pure.
@NullMarked
package jingwei.basemap.tile;

import org.jspecify.annotations.NullMarked;
