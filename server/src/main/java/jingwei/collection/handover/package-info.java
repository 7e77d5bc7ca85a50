/// 转交: a task goes from one collector to another, by the two of them agreeing (DEV-21).
@NullMarked
package jingwei.collection.handover;

import org.jspecify.annotations.NullMarked;
