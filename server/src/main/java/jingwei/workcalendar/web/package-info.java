/// 工作日历的 HTTP 入口.
@NullMarked
package jingwei.workcalendar.web;

import org.jspecify.annotations.NullMarked;
