package jingwei.door.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jingwei.door.Migrations;

/// 数据表: all tables of all rooms, one after those it refers to.
///
/// @param name    schema and table
/// @param columns those that are written; a generated one makes itself
/// @param transactions those of them that hold a number of a transaction (`tenancy.transaction_number`)
/// @param guarded whether it holds rows of platforms, each under the guard
record Tables(String name, List<String> columns, Set<String> transactions, boolean guarded) {

    static List<Tables> of(Connection database) throws SQLException {
        Map<String, Tables> all = new LinkedHashMap<>();
        Map<String, Set<String>> refersTo = new HashMap<>();
        String schemas = "('" + String.join("','", Migrations.ROOMS) + "')";
        try (Statement statement = database.createStatement()) {
            // A partition is filled through its table.
            ResultSet row = statement.executeQuery("""
                    SELECT c.oid::regclass::text, c.relrowsecurity,
                      (SELECT string_agg(quote_ident(a.attname), ',' ORDER BY a.attnum) FROM pg_attribute a
                       WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''),
                      (SELECT string_agg(quote_ident(a.attname), ',') FROM pg_attribute a
                       WHERE a.attrelid = c.oid AND a.atttypid = to_regtype('tenancy.transaction_number'))
                    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname IN %s ORDER BY 1
                    """.formatted(schemas));
            while (row.next()) {
                String transactions = row.getString(4);
                all.put(row.getString(1), new Tables(row.getString(1), List.of(row.getString(3).split(",")),
                        transactions == null ? Set.of() : Set.of(transactions.split(",")), row.getBoolean(2)));
            }
            ResultSet arrow = statement.executeQuery("""
                    SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint
                    WHERE contype = 'f' AND conrelid <> confrelid AND conparentid = 0
                    """);
            while (arrow.next()) {
                refersTo.computeIfAbsent(arrow.getString(1), name -> new HashSet<>()).add(arrow.getString(2));
            }
        }
        List<Tables> ordered = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        all.keySet().forEach(name -> place(name, all, refersTo, placed, ordered));
        return List.copyOf(ordered);
    }

    String list() {
        return String.join(",", columns);
    }

    /// What is written of them. The database that a backup is restored into counts its transactions from the start again, so
    /// their numbers are written as so many before the backup: order stays, and what is read by them goes on where it was.
    ///
    /// @param now the first transaction after the backup's moment
    String values(long now) {
        return columns.stream().map(column -> transactions.contains(column) ? column + " - " + now : column)
                .collect(Collectors.joining(","));
    }

    private static void place(String name, Map<String, Tables> all, Map<String, Set<String>> refersTo, Set<String> placed,
            List<Tables> ordered) {
        if (!placed.add(name)) {
            return;
        }
        refersTo.getOrDefault(name, Set.of()).stream().sorted().forEach(other -> place(other, all, refersTo, placed, ordered));
        if (all.containsKey(name)) {
            ordered.add(all.get(name));
        }
    }
}
