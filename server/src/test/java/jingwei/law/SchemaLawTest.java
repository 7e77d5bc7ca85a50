package jingwei.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jingwei.Jingwei;
import jingwei.door.Migrations;
import jingwei.door.TestDatabase;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

/// 数据库也守规矩: foreign keys follow the arrows of the rooms, tenant tables are under forced row-level security, the
/// platform leads every key, everything carries its Chinese comment, the application can neither own nor bypass.
@Requirement({"SEC-04", "CMD-09"})
class SchemaLawTest {

    /// The closed list of tables that are not a platform's own.
    private static final Set<String> SHARED = Set.of("tenancy.platforms", "identity.sessions", "migrations.history");

    private static JdbcClient owner;
    private static JdbcClient application;

    @BeforeAll
    static void migrate() {
        TestDatabase database = TestDatabase.fresh();
        owner = JdbcClient.create(database.owner());
        application = JdbcClient.create(database.application());
    }

    @Test
    void everyTenantTableIsUnderForcedRowLevelSecurity() {
        List<String> open = owner.sql("""
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^(pg_|information_schema)'
                  AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                           AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))
                """).query(String.class).list();
        assertThat(open).allMatch(SHARED::contains);
    }

    @Test
    void thePlatformLeadsEveryPrimaryKeyAndEveryForeignKeyBetweenTenantTables() {
        List<String> astray = owner.sql("""
                SELECT con.conname FROM pg_constraint con
                JOIN pg_class c ON c.oid = con.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_class t ON t.oid = con.confrelid LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = con.conkey[1]
                WHERE con.contype IN ('p', 'f') AND n.nspname !~ '^(pg_|information_schema)'
                  AND n.nspname || '.' || c.relname NOT IN (:shared)
                  AND coalesce(tn.nspname || '.' || t.relname, '') NOT IN (:shared)
                  AND a.attname <> 'platform'
                """).param("shared", SHARED).query(String.class).list();
        assertThat(astray).isEmpty();
    }

    /// What a database spread over several machines by platform asks for: every unique index holds the platform, and a foreign key between
    /// tenant tables joins platform to platform.
    @Test
    void theTablesCouldBeSpreadOverMachinesByPlatform() {
        List<String> unique = owner.sql("""
                SELECT i.indexrelid::regclass::text FROM pg_index i
                JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE i.indisunique AND n.nspname !~ '^(pg_|information_schema)' AND n.nspname || '.' || c.relname NOT IN (:shared)
                  AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'platform' AND a.attnum = ANY (i.indkey))
                """).param("shared", SHARED).query(String.class).list();
        assertThat(unique).isEmpty();
        List<String> across = owner.sql("""
                SELECT con.conname FROM pg_constraint con
                JOIN pg_class c ON c.oid = con.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_class t ON t.oid = con.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
                JOIN pg_attribute there ON there.attrelid = t.oid AND there.attnum = con.confkey[1]
                WHERE con.contype = 'f' AND tn.nspname || '.' || t.relname NOT IN (:shared) AND there.attname <> 'platform'
                """).param("shared", SHARED).query(String.class).list();
        assertThat(across).isEmpty();
    }

    @Test
    void foreignKeysPointOnlyWhereTheCodeArrowsPoint() {
        Map<String, Set<String>> arrows = ApplicationModules.of(Jingwei.class).stream().collect(Collectors.toMap(
                room -> room.getIdentifier().toString(),
                room -> room.getDirectDependencies(ApplicationModules.of(Jingwei.class)).uniqueModules()
                        .map(other -> other.getIdentifier().toString()).collect(Collectors.toSet())));
        List<Map<String, Object>> keys = owner.sql("""
                SELECT con.conname AS name, n.nspname AS source, tn.nspname AS target FROM pg_constraint con
                JOIN pg_class c ON c.oid = con.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_class t ON t.oid = con.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
                WHERE con.contype = 'f' AND n.nspname <> tn.nspname
                """).query().listOfRows();
        assertThat(keys).allSatisfy(key -> assertThat(arrows.get((String) key.get("source")))
                .as(key.toString()).contains((String) key.get("target")));
    }

    @Test
    void everyTableAndColumnCarriesItsChineseComment() {
        List<String> silent = owner.sql("""
                SELECT n.nspname || '.' || c.relname || coalesce('.' || a.attname, '')
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum >= 0 AND NOT a.attisdropped
                WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                  AND n.nspname !~ '^(pg_|information_schema|migrations)'
                  AND coalesce(col_description(c.oid, coalesce(a.attnum, 0)), '') !~ '[\\u4e00-\\u9fff]'
                """).query(String.class).list();
        assertThat(silent).isEmpty();
    }

    @Test
    void everySchemaIsARoom() {
        List<String> schemas = owner.sql("""
                SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema|migrations|public)'
                """).query(String.class).list();
        assertThat(Migrations.ROOMS).containsAll(schemas);
    }

    @Test
    void theApplicationOwnsNothingAndBypassesNothing() {
        assertThat(application.sql("""
                SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
                WHERE r.rolname = current_user
                """).query(Long.class).single()).isZero();
        assertThat(application.sql("""
                SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb FROM pg_roles
                WHERE rolname = current_user
                """).query(Boolean.class).single()).isFalse();
    }
}
