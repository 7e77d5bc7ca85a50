/// 拒绝的回答: turns refusals into problem documents.
@NullMarked
package jingwei.tenancy.web;

import org.jspecify.annotations.NullMarked;
