/// 评价报告: daily, weekly and monthly papers with text, tables, charts and maps, from a layout the office can edit (EVA-12).
@NullMarked
package jingwei.evaluation.report;

import org.jspecify.annotations.NullMarked;
