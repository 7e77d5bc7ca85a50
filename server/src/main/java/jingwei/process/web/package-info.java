/// 流程的 HTTP 入口.
@NullMarked
package jingwei.process.web;

import org.jspecify.annotations.NullMarked;
