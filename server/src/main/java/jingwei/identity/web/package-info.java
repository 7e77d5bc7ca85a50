/// 登录与权限的 HTTP 入口.
@NullMarked
package jingwei.identity.web;

import org.jspecify.annotations.NullMarked;
