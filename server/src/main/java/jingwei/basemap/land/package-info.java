/// 网格和部件的图层: shows cells, beats, communities and components of the rooms below as layers; internal to the room.
@NullMarked
package jingwei.basemap.land;

import org.jspecify.annotations.NullMarked;
