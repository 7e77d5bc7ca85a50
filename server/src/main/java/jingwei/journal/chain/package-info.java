/// 日志链: the journal made tamper-evident (APM-09, SEC-05). Every entry becomes a link whose hash is made of the link before
/// and of the entry's own text; the last hash of a day is its anchor. Who keeps the anchors elsewhere can show, without this
/// server, that nothing was removed, altered, inserted or put in another order.
///
/// Words: 环 link, 链 chain, 锚 anchor.
@NullMarked
package jingwei.journal.chain;

import org.jspecify.annotations.NullMarked;
