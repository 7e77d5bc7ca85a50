/// 网格的表: reads and writes the tables of the grid room; internal to it.
@NullMarked
package jingwei.grid.store;

import org.jspecify.annotations.NullMarked;
