/// 分类与规范的端点: HTTP of the catalog room.
@NullMarked
package jingwei.catalog.web;

import org.jspecify.annotations.NullMarked;
