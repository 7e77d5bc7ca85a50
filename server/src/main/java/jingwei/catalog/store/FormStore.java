package jingwei.catalog.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jingwei.catalog.FormField;
import jingwei.standards.ClassCode;
import jingwei.standards.ClassKind;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// 补充栏目的读写: every version of the forms, the oldest first.
@Repository
public class FormStore {

    private static final TypeReference<List<FormField>> FIELDS = new TypeReference<>() {
    };

    private final JdbcClient database;
    private final JsonMapper json;

    FormStore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    private record Version(ClassCode code, List<FormField> fields) {
    }

    @Transactional(readOnly = true)
    public Map<ClassCode, List<List<FormField>>> load() {
        Map<ClassCode, List<List<FormField>>> forms = new TreeMap<>();
        database.sql("SELECT kind, code, fields FROM catalog.forms WHERE platform = :platform ORDER BY kind, code, version")
                .param("platform", Tenancy.current().value())
                .query((row, n) -> new Version(new ClassCode(ClassKind.of(row.getString("kind")), row.getString("code")),
                        json.readValue(row.getString("fields"), FIELDS)))
                .list().forEach(each -> forms.computeIfAbsent(each.code(), code -> new ArrayList<>()).add(each.fields()));
        return forms;
    }

    public void add(ClassCode code, List<FormField> fields, Instant at, @Nullable String by) {
        database.sql("""
                INSERT INTO catalog.forms (platform, kind, code, version, fields, kept_at, kept_by)
                SELECT :platform, :kind, :code, coalesce(max(version), 0) + 1, :fields::jsonb, :at, :by
                FROM catalog.forms WHERE platform = :platform AND kind = :kind AND code = :code
                """).param("platform", Tenancy.current().value()).param("kind", code.kind().word()).param("code", code.minor())
                .param("fields", json.writeValueAsString(fields)).param("at", Timestamp.from(at)).param("by", by).update();
    }
}
