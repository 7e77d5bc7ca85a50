/// 案件的表: cases, their acts, their numbers; and the same in memory for stories and dry runs.
@NullMarked
package jingwei.casework.store;

import org.jspecify.annotations.NullMarked;
