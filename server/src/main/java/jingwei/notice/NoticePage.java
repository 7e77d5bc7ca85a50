package jingwei.notice;

import java.util.List;

/// 一批通知: what was read, and from where to read on.
///
/// @param cursor give it to {@link Notices#since} next time; nothing committed later is behind it
public record NoticePage(List<Notice> notices, long cursor) {
}
