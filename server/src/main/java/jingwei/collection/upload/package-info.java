/// Resumable uploads by the tus protocol: parts of photos over bad networks, taken into the media room when whole.
@NullMarked
package jingwei.collection.upload;

import org.jspecify.annotations.NullMarked;
