/// 受理接入的 HTTP 入口.
@NullMarked
package jingwei.intake.web;

import org.jspecify.annotations.NullMarked;
