package jingwei.exchange.move;

import java.util.List;

/// 搬迁清单: what an archive holds, so that the other side can count it.
///
/// @param tables in the order in which they can be written: a table after those its foreign keys point to
/// @param media  hashes
record Manifest(String format, String platform, String nameZh, String nameEn, String region, String model, String standing,
        @org.jspecify.annotations.Nullable String liveSince, List<Table> tables, List<String> media) {

    static final String FORMAT = "jingwei-platform-1.0";

    /// One table's rows. @param sum SHA-256 of the entry
    record Table(String name, List<String> columns, long rows, String sum) {
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
