/// 标准: the law as data, and the value types that read it. Pure Java: no Spring, no SQL.
///
/// Every edition the notice 洛政办〔2014〕115号 names, and GB/T 30428 beside them, stands unedited in a folder of its own
/// under `src/main/resources/standards/`. Readers are strict: a fault names file, line, column and the rule it breaks.
/// Every other room may use this one; this one uses nothing.
///
/// Words: 部件 component, 事件 event, 大类 major class, 小类 minor class, 单元网格 unit grid, 立案条件 filing condition,
/// 处置时限 handling time limit, 拒绝 refusal.
///
/// What stands in for a clause number is the requirement id (ACQ-15, EVA-06, T14): the printed clauses were not at hand
/// and none is invented.
@NullMarked
package jingwei.standards;

import org.jspecify.annotations.NullMarked;
