/// 故事的读法: pages that are wrong are refused with their line.
@NullMarked
package jingwei.simulator.story;

import org.jspecify.annotations.NullMarked;
