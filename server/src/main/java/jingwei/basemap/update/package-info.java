/// 数据更新: what a surveyor hands in, from the file to the published version: received in parts, checked with a preview and a
/// report, reviewed by somebody else, published all or nothing.
///
/// The file lies in the database in parts and the work is a long job that any server may take up: it holds an advisory lock of
/// PostgreSQL while it works, so a job whose server died is taken up again at once, from its beginning (nothing was published yet).
@NullMarked
package jingwei.basemap.update;

import org.jspecify.annotations.NullMarked;
