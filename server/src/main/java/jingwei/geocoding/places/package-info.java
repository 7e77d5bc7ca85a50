/// 地点文件: strict reading of places from comma-separated text; a faulty file names every faulty row and loads nothing.
///
/// Pure Java: no Spring, no SQL. Requirements: GCF-01 to GCF-05.
@NullMarked
package jingwei.geocoding.places;

import org.jspecify.annotations.NullMarked;
