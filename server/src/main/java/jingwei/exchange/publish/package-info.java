/// 版本发布: catalogue, process, calendar, land and figures as versions to other platforms.
@NullMarked
package jingwei.exchange.publish;

import org.jspecify.annotations.NullMarked;
