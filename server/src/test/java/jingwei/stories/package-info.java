/// 故事的两个近处剧场: the pages of `stories/` played in memory and on PostgreSQL inside one server; `conformance/` plays them
/// over HTTP.
@NullMarked
package jingwei.stories;

import org.jspecify.annotations.NullMarked;
