/// 综合评价: how areas, units, posts and collection firms did in a period, from facts anyone can count again.
///
/// Facts are code ({@link jingwei.evaluation.fact.Fact}), indicators are data ({@link jingwei.evaluation.sheet.IndicatorSheet}).
/// The facts follow the acts of cases by the transactions that are over, so that none is skipped; they can be made anew from
/// the acts at any time, to the same rows. The room reads cases and never writes one (A11). A published period is sealed with
/// its figures, its versions and the hash of its facts, and moves no more; what is reckoned again is a new edition.
///
/// Words: 综合评价 evaluation, 指标 indicator, 指标因子 fact, 评价对象 subject, 评价周期 period, 分档 band, 等级 grade, 封存 seal,
/// 异议 objection, 超时申诉 overdue appeal, 台账 ledger, 自由统计 statistics. Requirements: EVA-01…EVA-12, STA-01, COLM-01,
/// ACC-24, COL-19. Arrows: uses casework (its history), process (the acts), catalog, organization, grid, workcalendar,
/// journal, notice, identity, tenancy, standards.
@ApplicationModule(displayName = "综合评价 evaluation",
        allowedDependencies = {"standards", "tenancy", "identity", "journal", "media", "workcalendar", "grid", "organization",
            "catalog", "process", "casework", "casework::history", "notice"})
@NullMarked
package jingwei.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
