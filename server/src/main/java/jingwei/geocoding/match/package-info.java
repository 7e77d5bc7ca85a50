/// 地址匹配: from a person's words to spots: cut into elements, read by the grammar of addresses, settled on the index.
///
/// Pure Java: no Spring, no SQL. Requirements: GCF-01 to GCF-05.
@NullMarked
package jingwei.geocoding.match;

import org.jspecify.annotations.NullMarked;
