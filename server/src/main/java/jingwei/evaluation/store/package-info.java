/// 评价的表: SQL of the evaluation room.
@NullMarked
package jingwei.evaluation.store;

import org.jspecify.annotations.NullMarked;
