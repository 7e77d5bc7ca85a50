/// 普查与部件变更: what collectors fill in for the data keepers; it begins no case (ACQ-24, ACQ-25).
@NullMarked
package jingwei.collection.census;

import org.jspecify.annotations.NullMarked;
