package jingwei.component.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.function.Function;
import jingwei.component.ArrivedComponent;
import jingwei.component.ComponentState;
import jingwei.component.ManagedComponent;
import jingwei.grid.ZOrder;
import jingwei.tenancy.Tenancy;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Writes many components at once: whole columns as arrays, one statement a batch. COPY is not to be had under row-level
/// security. Needs a transaction of the caller.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ArrivalStore {

    private static final String INSERT = """
            INSERT INTO component.components
              (platform, code, class, name, competent_unit, owning_unit, maintaining_unit, unit_grid, longitude, latitude,
               z_order, state, recorded_on, source, note, extra, given_system, given_x, given_y, revision)
            SELECT ?, code, class, name, competent, owning, maintaining, grid, lon, lat, z, state, day, source, note,
                   extra::jsonb, system, gx, gy, ?
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              AS t (code, class, name, competent, owning, maintaining, grid, lon, lat, z, state, day, source, note, extra,
                    system, gx, gy)
            """;

    private final JdbcTemplate database;
    private final MarkStore marks;
    private final JsonMapper json;

    ArrivalStore(JdbcTemplate database, MarkStore marks, JsonMapper json) {
        this.database = database;
        this.marks = marks;
        this.json = json;
    }

    public long begin() {
        return marks.next(0);
    }

    public void end(long more) {
        database.update("UPDATE component.revisions SET standing = standing + ?", more);
    }

    public void add(long revision, List<ArrivedComponent> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        database.execute((ConnectionCallback<Integer>) connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, Tenancy.current().value());
                insert.setLong(2, revision);
                Columns columns = new Columns(connection, insert, fresh);
                columns.texts(it -> it.code().digits());
                columns.texts(it -> it.classCode().minor());
                columns.texts(ManagedComponent::name);
                columns.texts(ManagedComponent::competentUnit);
                columns.texts(ManagedComponent::owningUnit);
                columns.texts(ManagedComponent::maintainingUnit);
                columns.texts(it -> it.unitGrid().digits());
                columns.array("float8", one -> one.component().at().longitude());
                columns.array("float8", one -> one.component().at().latitude());
                columns.array("int8", one -> ZOrder.of(one.component().at().longitude(), one.component().at().latitude()));
                columns.texts(it -> it.state().name());
                columns.array("date", one -> Date.valueOf(one.component().recordedOn()));
                columns.texts(ManagedComponent::source);
                columns.texts(ManagedComponent::note);
                columns.texts(it -> it.extra().isEmpty() ? "{}" : json.writeValueAsString(it.extra()));
                columns.array("text", ArrivedComponent::system);
                columns.array("float8", one -> one.system() == null ? null : one.x());
                columns.array("float8", one -> one.system() == null ? null : one.y());
                return insert.executeUpdate();
            }
        });
    }

    /// How many of a batch stand, removed ones left out.
    public static long standing(List<ArrivedComponent> batch) {
        return batch.stream().filter(one -> one.component().state() != ComponentState.REMOVED).count();
    }

    /// Hands over one array after the other.
    private static final class Columns {

        private final Connection connection;
        private final PreparedStatement insert;
        private final List<ArrivedComponent> rows;
        private int next = 3;

        Columns(Connection connection, PreparedStatement insert, List<ArrivedComponent> rows) {
            this.connection = connection;
            this.insert = insert;
            this.rows = rows;
        }

        void texts(Function<ManagedComponent, ? extends @org.jspecify.annotations.Nullable Object> cell) throws java.sql.SQLException {
            array("text", one -> cell.apply(one.component()));
        }

        void array(String type, Function<ArrivedComponent, ? extends @org.jspecify.annotations.Nullable Object> cell)
                throws java.sql.SQLException {
            Object[] values = new Object[rows.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = cell.apply(rows.get(i));
            }
            insert.setArray(next++, connection.createArrayOf(type, values));
        }
    }
}
