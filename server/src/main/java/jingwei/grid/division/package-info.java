/// 网格划分: proposes unit grids from community borders and line layers, so that they tile without a gap; pure JTS.
///
/// The classic mistake is to cut polygons one by one: each leaves corners on the borders of its neighbors that the neighbors do not
/// have. Here only *lines* are collected, cut lines too, and everything is noded together once, so that every shared edge has the same
/// corners on both sides.
@NamedInterface("division")
@NullMarked
package jingwei.grid.division;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
