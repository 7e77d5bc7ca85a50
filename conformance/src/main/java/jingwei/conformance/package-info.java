/// 符合性: which requirement is met, by what, and which is not yet.
///
/// The page `docs/conformance.md` is printed from three things: the requirements (`standards/requirements.csv`), the
/// `requirement` lines of the stories, and the test classes that carry {@link jingwei.simulator.Requirement}. What nothing
/// proves must be signed as a gap, with a reason, in `conformance/gaps.csv`; an unsigned gap of a standard requirement, and
/// any gap in the closed loop (T01–T41), breaks the build.
///
/// A requirement of the standards counts as met only by a story over HTTP or by a test marked with it; a signed gap that
/// something proves after all is a fault too, so that the list only says what is true.
///
/// Words: 需求 requirement, 符合 met, 缺口 gap. Arrows: uses standards and simulator.
@NullMarked
package jingwei.conformance;

import org.jspecify.annotations.NullMarked;
