/// 对账: both sides count, list what differs and send again.
@NullMarked
package jingwei.exchange.reconcile;

import org.jspecify.annotations.NullMarked;
