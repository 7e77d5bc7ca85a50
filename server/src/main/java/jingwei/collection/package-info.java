/// 监管数据无线采集: collectors in the street, with phones and bad networks: who is on duty, where he walked, what he found.
///
/// What a phone sends comes late, twice, out of order and with a wrong clock. Therefore every submission carries an id made on
/// the phone and the first answer is the answer for ever; the form is kept before its photos arrive, and the case begins when
/// they are there; a moment is told as "so long before I sent this", so that the phone's clock need not be right.
///
/// No position is kept off duty. A gap in a track is shown as unknown and never counted as absence: a web page has no position
/// while the screen is off. The room changes no case: it performs acts through the case office, in the collector's name.
///
/// Words: 采集员 collector, 考勤 attendance, 点名 roll call, 轨迹 track, 覆盖 coverage, 上报 submission of a report, 转交 handing a task over, 普查 census, 现场记录 field
/// note, 通讯录 contacts, 城管通 the app.
/// Requirements: ACQ-01…ACQ-29, DEV-01…DEV-23, COLM-01, COLM-02, GPS-01.
/// Arrows: uses casework (acts in the collector's name), catalog, organization, grid, component, geocoding, workcalendar,
/// media, notice, journal, identity, tenancy, standards.
@ApplicationModule(displayName = "监管数据无线采集 collection",
        allowedDependencies = {"standards", "tenancy", "identity", "journal", "media", "notice", "workcalendar", "grid",
            "geocoding", "component", "organization", "catalog", "process", "casework"})
@NullMarked
package jingwei.collection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
