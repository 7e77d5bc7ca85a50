/// 影像: pictures of the ground from tile packages and GeoTIFF, cut to the squares every map uses and kept with versions (BDR-01).
///
/// An imagery layer stands in the catalogue like any other, with its metadata; a package arrives as an update and is checked, reviewed and
/// published like any other. Squares of a version stay; a newer one stands before them.
@NullMarked
package jingwei.basemap.image;

import org.jspecify.annotations.NullMarked;
