/// The tables of the collection room: attendance, positions by day, roll calls, what phones sent.
@NullMarked
package jingwei.collection.store;

import org.jspecify.annotations.NullMarked;
