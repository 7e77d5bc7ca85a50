/// 日历和时钟的接口: what the maintenance pages read and publish.
@NullMarked
package jingwei.workcalendar.web;

import org.jspecify.annotations.NullMarked;
