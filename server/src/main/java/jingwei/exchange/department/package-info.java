/// 部门共享: the register of what other departments share, and tested profiles of what they send: orders of the hotline, police
/// addresses, notices of works, planning lines (EXC-04).
@NullMarked
package jingwei.exchange.department;

import org.jspecify.annotations.NullMarked;
