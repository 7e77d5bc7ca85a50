/// 日志查询与提交登记的 HTTP 入口.
@NullMarked
package jingwei.journal.web;

import org.jspecify.annotations.NullMarked;
