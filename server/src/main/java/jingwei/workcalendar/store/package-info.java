/// 日历和时钟的存放: the tables of the schema `workcalendar`.
@NullMarked
package jingwei.workcalendar.store;

import org.jspecify.annotations.NullMarked;
