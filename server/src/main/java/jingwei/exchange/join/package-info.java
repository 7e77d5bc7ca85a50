/// 接入: one-time codes, keys exchanged, the connection test, revoking.
@NamedInterface("join")
@NullMarked
package jingwei.exchange.join;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
