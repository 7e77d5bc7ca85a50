/// 办理规则: what the acts of all axes share: the shape of a rule, what it sees, how it refuses.
@NullMarked
package jingwei.casework.act;

import org.jspecify.annotations.NullMarked;
