/// 指标表: a sheet of indicators as text: reading, verifying, and what a formula is worth in Java and in SQL.
@NullMarked
package jingwei.evaluation.sheet;

import org.jspecify.annotations.NullMarked;
