/// 搬迁: a platform leaves one server for another with all it has: cases, media, base data, people, history, letters and keys
/// (建租结合). What moves is an archive of its rows and its media; the receiving side checks all of it before it keeps any.
@NullMarked
package jingwei.exchange.move;

import org.jspecify.annotations.NullMarked;
