/// 示范地名库: roads with names, plates, quarters and landmarks for a drawn town, for demonstrations and tests.
///
/// Names are real ones of Luoyang, lines and places are the drawing's.
@NamedInterface("town")
@NullMarked
package jingwei.geocoding.town;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
