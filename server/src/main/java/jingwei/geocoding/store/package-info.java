/// 地名库的表: places by version, editions and alias proposals of the platform being served. Requirements: GCF-08, GCF-10.
@NullMarked
package jingwei.geocoding.store;

import org.jspecify.annotations.NullMarked;
