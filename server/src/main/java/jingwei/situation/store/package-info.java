/// 大屏的 SQL: reads the figures of the wall, and keeps cameras, vehicles, schemes and messages.
@NullMarked
package jingwei.situation.store;

import org.jspecify.annotations.NullMarked;
