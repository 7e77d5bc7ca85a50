/// 示范城区: draws a town with real names and codes and an invented geometry, for demonstrations, tests and loads.
///
/// No free polygons of Luoyang's communities exist, so the land of the demonstration is drawn: the codes and names are those
/// of the divisions of 2023, the blocks are not the city's.
@NamedInterface("town")
@NullMarked
package jingwei.grid.town;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
