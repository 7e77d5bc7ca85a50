/// Reference data for a phone by difference: chunks with versions, so that only what changed is fetched.
@NullMarked
package jingwei.collection.sync;

import org.jspecify.annotations.NullMarked;
