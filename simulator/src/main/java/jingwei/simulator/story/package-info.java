/// 故事: the closed loop as pages of text, and the player that acts them out on any stage.
///
/// A page of `stories/` holds one feature: who does what when, and what follows. {@link jingwei.simulator.story.StoryReader}
/// reads it strictly, {@link jingwei.simulator.story.StoryPlayer} plays it against a
/// {@link jingwei.simulator.story.Theatre}: in memory, on a database inside one server, or over HTTP.
///
/// The pages name weekdays; a page that needs a real holiday names its Monday. A clock is never set back, so pages with a
/// date are played first and by date ({@link jingwei.simulator.story.Repertoire}).
///
/// Words: 故事 story, 步骤 step, 剧场 theatre. Requirements: T01–T41, and what each page names.
@NullMarked
package jingwei.simulator.story;

import org.jspecify.annotations.NullMarked;
