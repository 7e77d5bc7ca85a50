/// 地址匹配基准: a drawn gazetteer with names as in Luoyang, questions made from the grammar of addresses, and a judge.
///
/// The questions are made from the drawing and never ask the matcher: crossings, walks and interpolations are computed here once
/// more, in other words, so that a mistake of the matcher is not its own measure.
@NullMarked
package jingwei.benchmark.address;

import org.jspecify.annotations.NullMarked;
