/// 数据交换: signed letters between independent platforms that act as one (两级监督两级指挥, 建租结合).
///
/// An act on a case that concerns another platform writes a letter into the outbox in the act's own transaction
/// ({@link jingwei.exchange.Outbox}); the sender seals it (sequence, the letter before it of the same case, signature over the
/// exact bytes) and carries it, over HTTP or by loopback to a county hosted on the same server, in the very same form. The
/// receiver keeps it before it acknowledges, knows repeats by the letter's id, and applies it through the one door of casework,
/// by the named exchange posts. What cannot be applied by rule waits for a person; a letter that waits holds back only its case.
///
/// The platform that gave a case owns its limit, its check and its closing; the platform that took it owns the handling.
/// A platform works without limit of time while the other is away and catches up in order.
///
/// A platform somebody else built, which signs nothing and counts nothing, is a partner behind an adapter of data (`stranger`): its
/// messages become letters and letters its messages.
///
/// Words: 信件 letter, 发件箱 outbox, 收件箱 inbox, 回执 receipt, 答复 answer, 交办 hand down, 上报 refer up, 对账 reconcile, 异构平台 stranger,
/// 协同平台 partner, 接入 join. Requirements: EXC-01…EXC-08, ACC-21, COL-15, CMD-09, N115.
/// Arrows: uses casework, process, catalog, organization, grid, workcalendar, media, notice, journal, identity, tenancy; survey
/// (coordinates of strangers); situation, whose wall shows what the counties told.
@ApplicationModule(displayName = "数据交换 exchange",
        allowedDependencies = {"standards", "tenancy", "identity", "journal", "media", "notice", "workcalendar", "grid",
            "organization", "catalog", "process", "component", "geocoding", "survey", "casework", "situation"})
@NullMarked
package jingwei.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
