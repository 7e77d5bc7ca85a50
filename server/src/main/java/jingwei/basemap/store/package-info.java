/// 框架数据的表: SQL of the basemap room; internal to it.
@NullMarked
package jingwei.basemap.store;

import org.jspecify.annotations.NullMarked;
