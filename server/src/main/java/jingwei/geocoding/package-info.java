/// 地理编码: places and addresses to coordinates and back, in the words people of a Chinese city use.
///
/// A platform's places (基本地点: areas, roads, door plates, quarters, buildings, landmarks, points of interest, GEO-01) are kept as
/// versions in tables; the published version is held in memory as an immutable {@link jingwei.geocoding.Gazetteer}, made again when
/// a version is published and exchanged without a pause. The gazetteer needs neither Spring nor a database, so the command line
/// (`geocode`), the benchmark and the server answer with the same code.
///
/// The answer always says how sure it is. Four grades claim confidence (exact, interpolated, crossing, offset); the others do not
/// (area, ambiguous, conflict, refused). Wrong with confidence is the worst answer, so what is not understood is refused with the
/// reason (GEO-02, GCF-02).
///
/// Crossings and parts of roads are computed from centre lines, offsets walk the road's own line, missing door numbers are
/// interpolated only between plates of the same parity on the same side (GCF-03, GCF-04).
///
/// Words: 基本地点 place, 地址匹配 address matching, 门牌 plate, 交叉口 crossing, 别名 alias, 逆向地理编码 reverse geocoding.
/// Requirements: GEO-01 to GEO-06, ACC-03, ACQ-10, GCF-01 to GCF-10. Arrows: uses grid, survey (spatial files), tenancy, identity,
/// workcalendar, standards.
@ApplicationModule(displayName = "地理编码 geocoding",
        allowedDependencies = {"standards", "tenancy", "identity", "workcalendar", "grid", "grid :: town", "survey", "survey :: file"})
@NullMarked
package jingwei.geocoding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
