/// 合成洛阳: a synthetic Luoyang with real names and codes and an invented geometry, the same for the same seed and size.
///
/// Streets are drawn in a plane of straight lines and then bent by one smooth warp, so that neighbors stay neighbors; the river is drawn
/// across them. Cells come from the division tool, not from the drawing. Everything is written to files in the formats surveyors use, to be
/// taken in through the public import and by no other way.
@NullMarked
package jingwei.demonstration.city;

import org.jspecify.annotations.NullMarked;
