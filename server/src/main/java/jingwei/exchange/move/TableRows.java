package jingwei.exchange.move;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingwei.tenancy.Tenancy;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// 平台的全部行: reads and writes every tenant table of every room by what the database says of it; no room is named here.
/// Row-level security shows the rows of the platform bound and refuses any other.
@Component
class TableRows {

    private final JdbcTemplate database;

    TableRows(JdbcTemplate database) {
        this.database = database;
    }

    /// Tenant tables with the columns that travel, each after the tables its foreign keys point to. What a table makes by itself
    /// (a generated column, a running number, the number of the writing transaction) is made anew on the other side.
    Map<String, List<String>> tables() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        database.query("""
                SELECT n.nspname || '.' || c.relname AS name, a.attname AS col
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                  AND a.attidentity = ''
                LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relforcerowsecurity
                  AND has_table_privilege(c.oid, 'SELECT') AND has_table_privilege(c.oid, 'INSERT')
                  AND coalesce(pg_get_expr(d.adbin, d.adrelid), '') !~ 'pg_current_xact_id|txid_current'
                  AND n.nspname || '.' || c.relname <> 'evaluation.cursors'
                ORDER BY 1, a.attnum
                """, row -> {
                    columns.computeIfAbsent(row.getString("name"), name -> new ArrayList<>()).add(row.getString("col"));
                });
        Map<String, Set<String>> before = new LinkedHashMap<>();
        database.query("""
                SELECT n.nspname || '.' || c.relname AS name, tn.nspname || '.' || t.relname AS target
                FROM pg_constraint con JOIN pg_class c ON c.oid = con.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_class t ON t.oid = con.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
                WHERE con.contype = 'f' AND con.conrelid <> con.confrelid
                """, row -> {
                    before.computeIfAbsent(row.getString("name"), name -> new LinkedHashSet<>()).add(row.getString("target"));
                });
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        columns.keySet().forEach(name -> place(name, columns, before, ordered, new LinkedHashSet<>()));
        return ordered;
    }

    private static void place(String name, Map<String, List<String>> columns, Map<String, Set<String>> before,
            Map<String, List<String>> ordered, Set<String> way) {
        if (ordered.containsKey(name) || !columns.containsKey(name) || !way.add(name)) {
            return;
        }
        before.getOrDefault(name, Set.of()).forEach(target -> place(target, columns, before, ordered, way));
        ordered.put(name, columns.get(name));
    }

    /// Writes the platform's rows as CSV, in the order of their running number where they have one; answers how many.
    long read(String table, List<String> columns, OutputStream to) {
        List<String> number = database.queryForList("""
                SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attidentity <> '' AND NOT attisdropped
                """, String.class, table);
        String order = number.isEmpty() ? "" : " ORDER BY " + names(number);
        return copying(copy -> copy.copyOut("COPY (SELECT " + names(columns) + " FROM " + table + " WHERE platform = '"
                + Tenancy.current() + "'" + order + ") TO STDOUT (FORMAT csv)", to));
    }

    long count(String table) {
        Long count = database.queryForObject("SELECT count(*) FROM " + table + " WHERE platform = ?", Long.class,
                Tenancy.current().value());
        return count == null ? 0 : count;
    }

    /// Keeps rows that {@link #read} wrote; answers how many. They go through a table of the transaction's own, because nothing may
    /// be copied straight into a table under row-level security.
    long write(String table, List<String> columns, InputStream from) {
        database.execute("CREATE TEMPORARY TABLE moving ON COMMIT DROP AS SELECT " + names(columns) + " FROM " + table + " LIMIT 0");
        copying(copy -> copy.copyIn("COPY moving (" + names(columns) + ") FROM STDIN (FORMAT csv)", from));
        long kept = database.update("INSERT INTO " + table + " (" + names(columns) + ") SELECT " + names(columns)
                + " FROM moving ORDER BY ctid");
        database.execute("DROP TABLE moving");
        return kept;
    }

    private interface Copying {
        long apply(CopyManager copy) throws SQLException, IOException;
    }

    private long copying(Copying work) {
        Long rows = database.execute((ConnectionCallback<Long>) (Connection connection) -> {
            try {
                return work.apply(connection.unwrap(PGConnection.class).getCopyAPI());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        return rows == null ? 0 : rows;
    }

    private static String names(List<String> columns) {
        return String.join(", ", columns.stream().map(name -> '"' + name + '"').toList());
    }
}
