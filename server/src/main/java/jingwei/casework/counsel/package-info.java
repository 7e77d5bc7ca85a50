/// 案内商办: what posts say to each other about a case without moving it: 请示 a question to somebody higher, answered inside the
/// case (COL-13), and 交办 the handing on of a unit's case to one of its own crew (COL-07, MDI-02).
///
/// Neither is an act of the process: the case, its clocks and its responsible unit stay as they are.
@NullMarked
package jingwei.casework.counsel;

import org.jspecify.annotations.NullMarked;
