/// 影音的存放处: a folder, or a store that speaks S3.
@NullMarked
package jingwei.media.store;

import org.jspecify.annotations.NullMarked;
