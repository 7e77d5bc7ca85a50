/// 基准: the figures of the house, measured as ratios in one run on the machine at hand and written to `benchmark/results`.
///
/// Speed is measured here and asserted nowhere: a test that fails because a neighbor is busy teaches nobody anything.
@NullMarked
package jingwei.benchmark;

import org.jspecify.annotations.NullMarked;
