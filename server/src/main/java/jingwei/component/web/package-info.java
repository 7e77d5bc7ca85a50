/// 部件的接口: components over HTTP; internal to the room.
@NullMarked
package jingwei.component.web;

import org.jspecify.annotations.NullMarked;
