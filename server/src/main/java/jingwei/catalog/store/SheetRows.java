package jingwei.catalog.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingwei.standards.AreaClass;
import jingwei.standards.ClassCode;
import jingwei.standards.ClassKind;
import jingwei.standards.Confidence;
import jingwei.standards.Edition;
import jingwei.standards.FilingSheetRow;
import jingwei.standards.LimitUnit;
import jingwei.standards.TimeLimit;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// 规范行的读写: the conditions of one version with their steps.
@Repository
public class SheetRows {

    private static final int BATCH = 500;

    private final JdbcClient database;
    private final JdbcTemplate batches;

    SheetRows(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    private record Key(ClassCode code, int condition, AreaClass area) {
    }

    private record KeyedStep(Key key, FilingSheetRow.Step step) {
    }

    @Transactional(readOnly = true)
    public List<FilingSheetRow> load(int version, Map<ClassCode, String> names) {
        Map<Key, List<FilingSheetRow.Step>> steps = new HashMap<>();
        database.sql("""
                SELECT * FROM catalog.sheet_steps WHERE platform = :platform AND version = :version
                ORDER BY kind, code, condition, area_class, step
                """).param("platform", Tenancy.current().value()).param("version", version)
                .query((row, number) -> new KeyedStep(key(row), new FilingSheetRow.Step(row.getString("name"),
                        new TimeLimit(row.getInt("amount"), LimitUnit.valueOf(row.getString("unit"))))))
                .list().forEach(each -> steps.computeIfAbsent(each.key(), key -> new ArrayList<>()).add(each.step()));
        return database.sql("""
                SELECT * FROM catalog.sheet_rows WHERE platform = :platform AND version = :version
                ORDER BY kind, code, condition, area_class
                """).param("platform", Tenancy.current().value()).param("version", version)
                .query((row, number) -> {
                    Key key = key(row);
                    return new FilingSheetRow(key.code(), names.getOrDefault(key.code(), ""), key.condition(),
                            row.getString("filing"), key.area(), steps.getOrDefault(key, List.of()),
                            row.getString("closing"), row.getString("responsible_unit"), provenance(row));
                }).list();
    }

    /// Adds the rows of a new draft.
    public void insert(int version, Edition edition, List<FilingSheetRow> rows) {
        String platform = Tenancy.current().value();
        batches.batchUpdate("""
                INSERT INTO catalog.sheet_rows (platform, version, edition, kind, code, condition, area_class, filing,
                  closing, responsible_unit, basis, scope, source, confidence, limit_as_printed, note)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, BATCH, (line, row) -> {
            FilingSheetRow.@Nullable Provenance from = row.provenance();
            line.setString(1, platform);
            line.setInt(2, version);
            line.setString(3, edition.id());
            line.setString(4, row.code().kind().word());
            line.setString(5, row.code().minor());
            line.setInt(6, row.condition());
            line.setString(7, row.areaClass().name());
            line.setString(8, row.filingCondition());
            line.setString(9, row.closingCondition());
            line.setString(10, row.responsibleUnit());
            line.setString(11, from == null ? null : from.basis());
            line.setString(12, from == null ? null : from.scope());
            line.setString(13, from == null ? null : from.source());
            line.setString(14, from == null ? null : from.confidence().name());
            line.setString(15, from == null ? null : from.limitAsPrinted());
            line.setString(16, from == null ? null : from.note());
        });
        List<Object[]> steps = new ArrayList<>();
        for (FilingSheetRow row : rows) {
            int number = 0;
            for (FilingSheetRow.Step step : row.steps()) {
                number++;
                steps.add(new Object[] {platform, version, row.code().kind().word(), row.code().minor(),
                        row.condition(), row.areaClass().name(), number, step.name(), step.limit().amount(),
                        step.limit().unit().name()});
            }
        }
        batches.batchUpdate("""
                INSERT INTO catalog.sheet_steps
                  (platform, version, kind, code, condition, area_class, step, name, amount, unit)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, steps);
    }

    /// Takes a condition out of a draft, with its steps.
    public int remove(int version, ClassCode code, int condition) {
        for (String table : List.of("sheet_steps", "sheet_rows")) {
            int gone = database.sql("DELETE FROM catalog." + table + """
                     WHERE platform = :platform AND version = :version AND kind = :kind AND code = :code AND condition = :condition
                    """).param("platform", Tenancy.current().value()).param("version", version)
                    .param("kind", code.kind().word()).param("code", code.minor()).param("condition", condition).update();
            if (table.equals("sheet_rows")) {
                return gone;
            }
        }
        return 0;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(new ClassCode(ClassKind.of(row.getString("kind")), row.getString("code")),
                row.getInt("condition"), AreaClass.valueOf(row.getString("area_class")));
    }

    private static FilingSheetRow.@Nullable Provenance provenance(ResultSet row) throws SQLException {
        String confidence = row.getString("confidence");
        return confidence == null ? null : new FilingSheetRow.Provenance(row.getString("basis"),
                row.getString("scope"), row.getString("source"), Confidence.valueOf(confidence),
                row.getString("limit_as_printed"), row.getString("note"));
    }
}
