/// 影音上传与查看的 HTTP 入口.
@NullMarked
package jingwei.media.web;

import org.jspecify.annotations.NullMarked;
