/// 案件经过: what happened to cases, for rooms above that follow the acts and never write them (A11).
///
/// {@link jingwei.casework.history.CaseHistory} is what a case and its acts say, {@link jingwei.casework.history.Histories}
/// reads them in the order in which their transactions ended.
@NamedInterface("history")
@NullMarked
package jingwei.casework.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
