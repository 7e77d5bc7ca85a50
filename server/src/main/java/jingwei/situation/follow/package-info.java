/// 跟读与重建: keeps the read models of the wall in step with the acts of cases, and makes them anew on command (ADR 0070).
@NullMarked
package jingwei.situation.follow;

import org.jspecify.annotations.NullMarked;
