/// 市县交换 from outside: two packed servers, a relay between them that can be cut at any moment, and `kill -9`.
@NullMarked
package jingwei.conformance.exchange;

import org.jspecify.annotations.NullMarked;
