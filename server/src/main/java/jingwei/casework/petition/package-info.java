/// 申请审批: a unit asks for a return, an extension or a hold, and the command axis decides along the platform's chain.
///
/// Asking and deciding are stay acts: they leave the case in its state; only a granted return moves it. No petition stops
/// a clock but a granted hold (workflow.md chapter 4, rule 6).
@NullMarked
package jingwei.casework.petition;

import org.jspecify.annotations.NullMarked;
