/// 市级大屏的区县数据: what a city's wall shows of its counties, from their letters alone.
@NullMarked
package jingwei.exchange.wall;

import org.jspecify.annotations.NullMarked;
