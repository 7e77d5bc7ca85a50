/// 评价的端点: HTTP of the evaluation room.
@NullMarked
package jingwei.evaluation.web;

import org.jspecify.annotations.NullMarked;
