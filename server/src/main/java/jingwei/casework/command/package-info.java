/// 指挥轴: the acts of the command center: dispatching, deciding petitions, passing feedback on.
///
/// This room never sees `supervision` or `handling`; they meet only in the case.
@NullMarked
package jingwei.casework.command;

import org.jspecify.annotations.NullMarked;
