/// 指标因子: what is counted. Rows of facts are pure functions of a case's acts; a fact says which rows count and when.
@NullMarked
package jingwei.evaluation.fact;

import org.jspecify.annotations.NullMarked;
