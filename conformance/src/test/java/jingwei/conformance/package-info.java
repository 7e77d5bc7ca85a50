/// 符合性检验: the stories over HTTP against the packed server, and the page that says what is met.
@NullMarked
package jingwei.conformance;

import org.jspecify.annotations.NullMarked;
