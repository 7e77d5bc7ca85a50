/// 交换的表: the SQL of the room.
@NullMarked
package jingwei.exchange.store;

import org.jspecify.annotations.NullMarked;
