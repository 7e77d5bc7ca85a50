/// 健康检查: the door seen over HTTP.
@NullMarked
package jingwei.door.web;

import org.jspecify.annotations.NullMarked;
