package jingwei.basemap.image;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// 影像包: gives its squares one by one.
public interface ImagePackage extends AutoCloseable {

    /// How many squares; -1 while unknown.
    long total();

    /// The next square; null behind the last.
    @Nullable ImageTile next() throws IOException;

    @Override
    void close() throws IOException;
}
