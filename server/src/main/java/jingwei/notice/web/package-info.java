/// 通知的 HTTP 入口与推送.
@NullMarked
package jingwei.notice.web;

import org.jspecify.annotations.NullMarked;
