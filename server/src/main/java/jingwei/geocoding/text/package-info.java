/// 文字处理: makes the many ways of writing one name equal: widths, variants, numerals, sounds and shapes of characters.
///
/// Pure Java: no Spring, no SQL. Requirements: GCF-01 to GCF-05.
@NullMarked
package jingwei.geocoding.text;

import org.jspecify.annotations.NullMarked;
