package jingwei.component.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import jingwei.component.ComponentMark;
import jingwei.component.ComponentState;
import jingwei.grid.ZOrder;
import jingwei.tenancy.Tenancy;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 部件点位和版本: the light reading for maps and for whoever follows the inventory. Needs a transaction of the caller.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class MarkStore {

    private static final int RANGES = 16;
    private static final String COLUMNS = "code, class, name, state, unit_grid, longitude, latitude";

    private final JdbcClient database;

    MarkStore(JdbcClient database) {
        this.database = database;
    }

    public long revision() {
        return database.sql("SELECT number FROM component.revisions").query(Long.class).optional().orElse(0L);
    }

    public long standing() {
        return database.sql("SELECT standing FROM component.revisions").query(Long.class).optional().orElse(0L);
    }

    /// Takes the next number; whoever comes next waits for this transaction, so numbers are in the order of commits.
    long next(long more) {
        return database.sql("""
                INSERT INTO component.revisions (platform, number, standing) VALUES (:platform, 1, greatest(:more, 0))
                ON CONFLICT (platform) DO UPDATE SET number = component.revisions.number + 1,
                  standing = component.revisions.standing + :more
                RETURNING number
                """).param("platform", Tenancy.current().value()).param("more", more).query(Long.class).single();
    }

    public List<ComponentMark> inBox(Envelope box, int limit) {
        return database.sql("""
                SELECT %s FROM component.components
                WHERE (%s) AND longitude BETWEEN :west AND :east AND latitude BETWEEN :south AND :north
                  AND state <> 'REMOVED' LIMIT :limit
                """.formatted(COLUMNS, ZOrder.cover(box, RANGES).stream()
                        .map(range -> "z_order BETWEEN " + range.from() + " AND " + range.to())
                        .collect(Collectors.joining(" OR "))))
                .param("west", box.getMinX()).param("east", box.getMaxX())
                .param("south", box.getMinY()).param("north", box.getMaxY()).param("limit", limit)
                .query(MarkStore::read).list();
    }

    public List<ComponentMark> after(String code, int limit) {
        return database.sql("SELECT " + COLUMNS + """
                 FROM component.components WHERE code > :code AND state <> 'REMOVED' ORDER BY code LIMIT :limit
                """).param("code", code).param("limit", limit).query(MarkStore::read).list();
    }

    /// What changed behind a revision, removed components too, in the order of revisions and codes.
    public List<ComponentMark> since(long revision, long upTo, String after, int limit) {
        return database.sql("SELECT " + COLUMNS + """
                 FROM component.components WHERE revision > :since AND revision <= :upTo AND code > :after
                ORDER BY code LIMIT :limit
                """).param("since", revision).param("upTo", upTo).param("after", after).param("limit", limit)
                .query(MarkStore::read).list();
    }

    private static ComponentMark read(ResultSet row, int number) throws SQLException {
        return new ComponentMark(row.getString(1), row.getString(2), row.getString(3),
                ComponentState.valueOf(row.getString(4)), row.getString(5), row.getDouble(6), row.getDouble(7));
    }
}
