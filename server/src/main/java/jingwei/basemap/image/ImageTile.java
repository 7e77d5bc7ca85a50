package jingwei.basemap.image;

import jingwei.basemap.tile.TileAddress;

/// 影像块: one square of a package.
///
/// @param number  which of the package, from 1
/// @param content the picture as it is in the package
@SuppressWarnings("ArrayRecordComponent")
public record ImageTile(long number, TileAddress address, byte[] content) {
}
