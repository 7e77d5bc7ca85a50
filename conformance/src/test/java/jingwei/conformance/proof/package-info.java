/// 证明: load and faults on the whole system, over HTTP, from outside. Players know what they sent; an audit counts it all again.
@NullMarked
package jingwei.conformance.proof;

import org.jspecify.annotations.NullMarked;
