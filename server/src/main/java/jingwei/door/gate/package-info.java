/// 门卫: what stands before every room: which addresses a listener serves (zones, SEC-02), and how much one caller may ask.
@NullMarked
package jingwei.door.gate;

import org.jspecify.annotations.NullMarked;
