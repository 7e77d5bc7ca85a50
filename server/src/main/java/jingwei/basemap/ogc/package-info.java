/// 开放标准: OGC API Features (parts 1 and 2) and Tiles on the same layers, under `/ogc`, with the platform's own permissions.
@NullMarked
package jingwei.basemap.ogc;

import org.jspecify.annotations.NullMarked;
