/// 地名索引: the published places as immutable tables in memory: names, lines of roads, plates along them, what lies near.
///
/// Pure Java: no Spring, no SQL. Requirements: GCF-01 to GCF-05.
@NullMarked
package jingwei.geocoding.index;

import org.jspecify.annotations.NullMarked;
