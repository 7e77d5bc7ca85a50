/// 部件的表: SQL of the component room and the Morton code its search by place stands on; internal to it.
@NullMarked
package jingwei.component.store;

import org.jspecify.annotations.NullMarked;
