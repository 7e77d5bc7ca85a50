/// 处置: the acts of responsible units: receiving, handling, answering.
///
/// This room never sees `supervision` or `command`; they meet only in the case.
@NullMarked
package jingwei.casework.handling;

import org.jspecify.annotations.NullMarked;
