/// 递送: seals what waits, carries it by HTTP or loopback, and keeps what arrives before it acknowledges.
@NullMarked
package jingwei.exchange.carriage;

import org.jspecify.annotations.NullMarked;
