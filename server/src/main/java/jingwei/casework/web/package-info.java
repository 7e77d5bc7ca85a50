/// 案件的 HTTP 入口: lists, dockets and acts.
@NullMarked
package jingwei.casework.web;

import org.jspecify.annotations.NullMarked;
