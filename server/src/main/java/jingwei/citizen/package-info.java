/// 公众上报: citizens report with a photo and a point, follow what becomes of it, and say whether it was solved; other systems do
/// the same by Open311 GeoReport v2.
///
/// The room is a door in, an extension by the rules of the house: it uses other rooms through their root packages and changes no
/// case but through {@link jingwei.casework.CaseRoom}, acting from the platform's exchange post of the supervision side, so that
/// nothing anonymous ever moves a case. Whoever reported stays here: the case carries a masked number, units never see more, every
/// look at the whole number is written into the journal, and after a term it is gone (SEC-03).
///
/// A report carries an id made by the phone. The same id with the same words is the same report and gets the first answer, with the
/// same code for following it: the code is reckoned from the id and a secret of the platform and is not stored.
///
/// Words: 公众上报 citizen report, 查询码 follow-up code, 满意度 grade, 积分台账 rewards ledger. Requirements: PUB-01, PUB-02, PUB-03,
/// ACC-01, ACC-02, ACC-04, ACC-14, SEC-03, VID-02, VID-03, HOT-02.
/// Arrows: uses casework, catalog, organization, geocoding, basemap, grid, media, notice, journal, workcalendar, identity, tenancy, standards.
@ApplicationModule(displayName = "公众上报 citizen",
        allowedDependencies = {"standards", "tenancy", "identity", "journal", "media", "notice", "workcalendar", "grid", "geocoding", "basemap",
            "organization", "catalog", "process", "casework"})
@NullMarked
package jingwei.citizen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
