/// 网格的接口: regions, unit grids, duty grids and locating over HTTP; internal to the room.
@NullMarked
package jingwei.grid.web;

import org.jspecify.annotations.NullMarked;
