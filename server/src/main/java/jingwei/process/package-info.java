/// 流程: process definitions as one page of text, the constitution they cannot bend, and their versions.
///
/// Layer 1 is the constitution: the acts of T01–T41 with the axes they belong to ({@link jingwei.process.Act}) and the
/// articles A1–A12 ({@link jingwei.process.Article}). Layer 2 is the standard process, a page of text in
/// `standards/cjjt-106-2010/process.txt`. Layer 3 is a platform's own definition in the same form, which may refine the
/// standard and not bend it (A12). {@link jingwei.process.ProcessVerifier} answers with the articles broken, by line.
///
/// Code knows acts and stages; the names of states exist in definitions only.
///
/// Words: 流程 process, 环节 stage, 状态 state, 办理动作 act, 条款 article. Requirements: COL-02, APM-03, SEC-01, T01–T41.
/// Arrows: uses organization (posts and axes), workcalendar, tenancy, identity, standards.
@ApplicationModule(displayName = "流程 process",
        allowedDependencies = {"standards", "tenancy", "identity", "organization", "workcalendar"})
@NullMarked
package jingwei.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
