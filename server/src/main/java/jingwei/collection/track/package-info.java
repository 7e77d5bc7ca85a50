/// What a track says: length, gaps, and which cells of a duty grid were walked when.
@NullMarked
package jingwei.collection.track;

import org.jspecify.annotations.NullMarked;
