/// 公众上报的表: the tables of citizen reports.
@NullMarked
package jingwei.citizen.store;

import org.jspecify.annotations.NullMarked;
