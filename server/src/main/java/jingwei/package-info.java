/// 经纬: the server. Each direct sub-package is a room; `Jingwei` opens the door and nothing else lives here.
@NullMarked
package jingwei;

import org.jspecify.annotations.NullMarked;
