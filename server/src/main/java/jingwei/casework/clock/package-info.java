/// 计时: running clocks of a case, their lights, and the keeper that wakes them.
@NullMarked
package jingwei.casework.clock;

import org.jspecify.annotations.NullMarked;
