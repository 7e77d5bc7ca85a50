/// 督办催办批示: orders on an open case from leaders and both centers, which the unit must answer (T36, COL-12, COL-14).
@NullMarked
package jingwei.casework.oversight;

import org.jspecify.annotations.NullMarked;
