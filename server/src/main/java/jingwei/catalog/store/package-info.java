/// 分类与规范的表: SQL of the catalog room.
@NullMarked
package jingwei.catalog.store;

import org.jspecify.annotations.NullMarked;
