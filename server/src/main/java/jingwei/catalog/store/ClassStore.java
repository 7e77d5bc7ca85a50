package jingwei.catalog.store;

import java.util.List;
import jingwei.standards.ClassCatalogue;
import jingwei.standards.ClassCode;
import jingwei.standards.ClassKind;
import jingwei.standards.Confidence;
import jingwei.standards.Edition;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// 大小类的读写: the platform's copy of an edition, and its local classes.
@Repository
public class ClassStore {

    private static final int BATCH = 500;

    private final JdbcClient database;
    private final JdbcTemplate batches;

    ClassStore(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /// The edition with the platform's local classes.
    @Transactional(readOnly = true)
    public ClassCatalogue catalogue(Edition edition) {
        List<ClassCatalogue.MinorClass> local = database.sql("""
                SELECT * FROM catalog.minor_classes
                WHERE platform = :platform AND edition = :edition AND source = 'local' ORDER BY kind, code
                """).param("platform", Tenancy.current().value()).param("edition", edition.id())
                .query((row, number) -> new ClassCatalogue.MinorClass(
                        new ClassCode(ClassKind.of(row.getString("kind")), row.getString("code")),
                        Text.of(row.getString("name_zh"), row.getString("name_en")),
                        ClassCatalogue.Geometry.valueOf(row.getString("geometry")), row.getString("source"),
                        Confidence.valueOf(row.getString("confidence")))).list();
        return ClassCatalogue.load(edition).extendedBy(local);
    }

    @Transactional(readOnly = true)
    public boolean has(Edition edition) {
        return database.sql("""
                SELECT EXISTS (SELECT FROM catalog.major_classes WHERE platform = :platform AND edition = :edition)
                """).param("platform", Tenancy.current().value()).param("edition", edition.id())
                .query(Boolean.class).single();
    }

    /// Copies an edition into the platform.
    public void copy(ClassCatalogue catalogue) {
        String platform = Tenancy.current().value();
        batches.batchUpdate("""
                INSERT INTO catalog.major_classes (platform, edition, kind, code, name_zh, name_en, confidence)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, catalogue.majors().stream().map(major -> new Object[] {platform, catalogue.edition().id(),
                        major.kind().word(), major.code(), major.name().zh(), major.name().en(),
                        major.confidence().name()}).toList());
        insert(catalogue.edition(), catalogue.minors());
    }

    public void insert(Edition edition, List<ClassCatalogue.MinorClass> minors) {
        String platform = Tenancy.current().value();
        batches.batchUpdate("""
                INSERT INTO catalog.minor_classes
                  (platform, edition, kind, code, major, name_zh, name_en, geometry, source, confidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, minors, BATCH, (line, minor) -> {
            line.setString(1, platform);
            line.setString(2, edition.id());
            line.setString(3, minor.code().kind().word());
            line.setString(4, minor.code().minor());
            line.setString(5, minor.code().major());
            line.setString(6, minor.name().zh());
            line.setString(7, minor.name().en());
            line.setString(8, minor.geometry().name());
            line.setString(9, minor.source());
            line.setString(10, minor.confidence().name());
        });
    }
}
