/// 大屏的 HTTP 入口与推送.
@NullMarked
package jingwei.situation.web;

import org.jspecify.annotations.NullMarked;
