/// 交换的 HTTP: the door for partners and the desk of letters.
@NullMarked
package jingwei.exchange.web;

import org.jspecify.annotations.NullMarked;
