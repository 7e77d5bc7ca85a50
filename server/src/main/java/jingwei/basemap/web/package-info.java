/// 框架数据的接口: the catalogue, tiles and OGC API over HTTP; internal to the room.
@NullMarked
package jingwei.basemap.web;

import org.jspecify.annotations.NullMarked;
