/// 监督轴: the acts of the supervision center: reporting, accepting, verifying, filing, checking, closing.
///
/// This room never sees `command` or `handling`; they meet only in the case.
@NullMarked
package jingwei.casework.supervision;

import org.jspecify.annotations.NullMarked;
