/// 案件信件: which act writes which letter, and which act a letter performs.
@NullMarked
package jingwei.exchange.cases;

import org.jspecify.annotations.NullMarked;
