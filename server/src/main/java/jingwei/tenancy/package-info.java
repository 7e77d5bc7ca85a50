/// 平台: which platform (平台, a city's or a county's) is being served, and the guard that keeps them apart.
///
/// Every tenant row carries its platform; PostgreSQL's row-level security, enabled and forced, shows a transaction the
/// rows of one platform only. The platform is bound to the running work with {@link jingwei.tenancy.Tenancy#within} and
/// told to PostgreSQL at the start of every transaction; with none bound no row is seen.
///
/// A platform's id is a short word issued once and never reused; its GB/T 2260 code is a dated attribute (偃师 was 410381
/// and is 410307). A platform is on trial (模拟运行) until it goes live, which is one dated act.
///
/// Words: 平台 platform, 建租结合 own or host, 一级/两级监督指挥 operating model, 模拟运行 trial run.
/// Requirements: N115 (independent platforms, own or host), SEC-02, EXC-03. Uses: standards.
@ApplicationModule(displayName = "平台 tenancy", allowedDependencies = {"standards"})
@NullMarked
package jingwei.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
