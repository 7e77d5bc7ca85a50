/// 通知: who is told of an act: the post that has to do something now, and nobody else (COL-18, ACQ-08).
@NullMarked
package jingwei.casework.herald;

import org.jspecify.annotations.NullMarked;
