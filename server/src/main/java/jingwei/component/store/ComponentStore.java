package jingwei.component.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jingwei.component.ComponentChange;
import jingwei.component.ComponentState;
import jingwei.component.ManagedComponent;
import jingwei.grid.GeoPoint;
import jingwei.grid.ZOrder;
import jingwei.standards.ClassCode;
import jingwei.standards.ComponentCode;
import jingwei.standards.UnitGridCode;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// 部件库: the tables of the component room, for the platform being served. Needs a transaction of the caller.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ComponentStore {

    private static final int RANGES = 16;
    private static final int BATCH = 500;
    private static final String FIRST = "初始记录";

    private static final String COLUMNS = """
            code, class, name, competent_unit, owning_unit, maintaining_unit, unit_grid, longitude, latitude, state,
            recorded_on, changed_on, source, note, extra""";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final JsonMapper json;
    private final MarkStore marks;

    ComponentStore(JdbcClient database, JdbcTemplate batches, JsonMapper json, MarkStore marks) {
        this.marks = marks;
        this.database = database;
        this.batches = batches;
        this.json = json;
    }

    public Optional<ManagedComponent> find(ComponentCode code) {
        return database.sql("SELECT " + COLUMNS + " FROM component.components WHERE code = :code")
                .param("code", code.digits()).query(this::read).optional();
    }

    @Transactional(readOnly = true)
    public Map<UnitGridCode, Long> countByCell() {
        Map<UnitGridCode, Long> counts = new HashMap<>();
        database.sql("SELECT unit_grid, count(*) FROM component.components WHERE state <> 'REMOVED' GROUP BY unit_grid").query(row -> {
            counts.put(UnitGridCode.of(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    public List<ManagedComponent> findAll(Collection<ComponentCode> codes) {
        return database.sql("SELECT " + COLUMNS + " FROM component.components WHERE code = ANY (CAST(:codes AS text[]))")
                .param("codes", codes.stream().map(ComponentCode::digits).toArray(String[]::new)).query(this::read).list();
    }

    /// What lies in the box, in no particular order, removed components left out; one more than the limit tells there
    /// are more.
    public List<ManagedComponent> inBox(Envelope box, @Nullable ClassCode classCode, int limit) {
        return database.sql(boxQuery(ZOrder.cover(box, RANGES)))
                .param("west", box.getMinX()).param("east", box.getMaxX())
                .param("south", box.getMinY()).param("north", box.getMaxY())
                .param("class", classCode == null ? "" : classCode.minor()).param("limit", limit)
                .query(this::read).list();
    }

    /// The query of {@link #inBox}; the ranges are numbers of our own and stand in the text, so that the plan sees them.
    public static String boxQuery(List<ZOrder.Range> ranges) {
        return """
                SELECT %s FROM component.components
                WHERE (%s)
                  AND longitude BETWEEN :west AND :east AND latitude BETWEEN :south AND :north
                  AND state <> 'REMOVED' AND (:class = '' OR class = :class)
                LIMIT :limit
                """.formatted(COLUMNS, ranges.stream()
                .map(range -> "z_order BETWEEN " + range.from() + " AND " + range.to())
                .collect(Collectors.joining(" OR ")));
    }

    /// Every version; a component never changed since it was imported has its first one only, which is its row.
    public List<ComponentChange> history(ComponentCode code) {
        List<ComponentChange> kept = kept(code);
        return !kept.isEmpty() ? kept : find(code).stream()
                .map(it -> new ComponentChange(1, it.recordedOn(), FIRST, it)).toList();
    }

    private List<ComponentChange> kept(ComponentCode code) {
        return database.sql("""
                SELECT version, changed_on, reason, content FROM component.component_changes
                WHERE code = :code ORDER BY version
                """).param("code", code.digits())
                .query((row, number) -> new ComponentChange(row.getInt("version"),
                        row.getObject("changed_on", LocalDate.class), row.getString("reason"),
                        json.readValue(row.getString("content"), Content.class).component()))
                .list();
    }

    /// @throws DuplicateKeyException where a code is taken
    public void add(List<ManagedComponent> components) {
        String platform = Tenancy.current().value();
        long revision = marks.next(components.stream().filter(it -> it.state() != ComponentState.REMOVED).count());
        batches.batchUpdate("""
                INSERT INTO component.components
                  (platform, code, class, name, competent_unit, owning_unit, maintaining_unit, unit_grid, longitude,
                   latitude, z_order, state, recorded_on, changed_on, source, note, extra, revision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                """, components, BATCH, (row, component) -> {
            Object[] values = {platform, component.code().digits(), component.classCode().minor(), component.name(),
                component.competentUnit(), component.owningUnit(), component.maintainingUnit(),
                component.unitGrid().digits(), component.at().longitude(), component.at().latitude(),
                ZOrder.of(component.at().longitude(), component.at().latitude()), component.state().name(),
                component.recordedOn(), component.changedOn(), component.source(), component.note(),
                json.writeValueAsString(component.extra()), revision};
            for (int i : IntStream.range(0, values.length).toArray()) {
                row.setObject(i + 1, values[i]);
            }
        });
        batches.batchUpdate("""
                INSERT INTO component.component_changes (platform, code, version, changed_on, reason, content)
                VALUES (?, ?, 1, ?, '初始记录', ?::jsonb)
                """, components, BATCH, (row, component) -> {
            row.setString(1, platform);
            row.setString(2, component.code().digits());
            row.setObject(3, component.recordedOn());
            row.setString(4, json.writeValueAsString(Content.of(component)));
        });
    }

    /// False where there is no such component.
    public boolean change(ManagedComponent component, LocalDate on, String reason) {
        Optional<ManagedComponent> before = find(component.code());
        if (before.isEmpty()) {
            return false;
        }
        keepFirst(before.get());
        int standing = (component.state() == ComponentState.REMOVED ? 0 : 1)
                - (before.get().state() == ComponentState.REMOVED ? 0 : 1);
        Optional<Integer> version = database.sql("""
                UPDATE component.components SET name = :name, competent_unit = :competent, owning_unit = :owning,
                  maintaining_unit = :maintaining, unit_grid = :grid, longitude = :longitude, latitude = :latitude,
                  z_order = :z, state = :state, changed_on = :on, source = :source, note = :note,
                  extra = CAST(:extra AS jsonb), version = version + 1, revision = :revision,
                  given_system = CASE WHEN longitude = :longitude AND latitude = :latitude THEN given_system END,
                  given_x = CASE WHEN longitude = :longitude AND latitude = :latitude THEN given_x END,
                  given_y = CASE WHEN longitude = :longitude AND latitude = :latitude THEN given_y END
                WHERE code = :code RETURNING version
                """)
                .param("name", component.name()).param("competent", component.competentUnit())
                .param("owning", component.owningUnit()).param("maintaining", component.maintainingUnit())
                .param("grid", component.unitGrid().digits())
                .param("longitude", component.at().longitude()).param("latitude", component.at().latitude())
                .param("z", ZOrder.of(component.at().longitude(), component.at().latitude()))
                .param("state", component.state().name()).param("on", on).param("source", component.source())
                .param("note", component.note()).param("extra", json.writeValueAsString(component.extra()))
                .param("revision", marks.next(standing))
                .param("code", component.code().digits()).query(Integer.class).optional();
        version.ifPresent(number -> database.sql("""
                INSERT INTO component.component_changes (platform, code, version, changed_on, reason, content)
                VALUES (:platform, :code, :version, :on, :reason, CAST(:content AS jsonb))
                """).param("platform", Tenancy.current().value()).param("code", component.code().digits())
                .param("version", number).param("on", on).param("reason", reason)
                .param("content", json.writeValueAsString(Content.of(component))).update());
        return version.isPresent();
    }

    /// The first version of a component that came with an import goes into the history before it is changed.
    private void keepFirst(ManagedComponent component) {
        database.sql("""
                INSERT INTO component.component_changes (platform, code, version, changed_on, reason, content)
                SELECT :platform, :code, 1, :on, :reason, CAST(:content AS jsonb)
                WHERE NOT EXISTS (SELECT FROM component.component_changes WHERE code = :code)
                """).param("platform", Tenancy.current().value()).param("code", component.code().digits())
                .param("on", component.recordedOn()).param("reason", FIRST)
                .param("content", json.writeValueAsString(Content.of(component))).update();
    }

    private ManagedComponent read(ResultSet row, int number) throws SQLException {
        return new ManagedComponent(ComponentCode.of(row.getString("code")),
                ClassCode.component(row.getString("class")), row.getString("name"), row.getString("competent_unit"),
                row.getString("owning_unit"), row.getString("maintaining_unit"),
                UnitGridCode.of(row.getString("unit_grid")),
                new GeoPoint(row.getDouble("longitude"), row.getDouble("latitude")),
                ComponentState.valueOf(row.getString("state")), row.getObject("recorded_on", LocalDate.class),
                row.getObject("changed_on", LocalDate.class), row.getString("source"), row.getString("note"),
                json.readValue(row.getString("extra"), new TypeReference<Map<String, String>>() { }));
    }

    /// The content of a version as kept in the history: plain names and texts.
    record Content(String code, String name, @Nullable String competentUnit, @Nullable String owningUnit,
            @Nullable String maintainingUnit, String unitGrid, double longitude, double latitude,
            ComponentState state, LocalDate recordedOn, @Nullable LocalDate changedOn, String source,
            @Nullable String note, Map<String, String> extra) {

        static Content of(ManagedComponent it) {
            return new Content(it.code().digits(), it.name(), it.competentUnit(), it.owningUnit(),
                    it.maintainingUnit(), it.unitGrid().digits(), it.at().longitude(), it.at().latitude(), it.state(),
                    it.recordedOn(), it.changedOn(), it.source(), it.note(), it.extra());
        }

        ManagedComponent component() {
            ComponentCode known = ComponentCode.of(code);
            return new ManagedComponent(known, known.classCode().orElseThrow(), name, competentUnit, owningUnit,
                    maintainingUnit, UnitGridCode.of(unitGrid), new GeoPoint(longitude, latitude), state, recordedOn,
                    changedOn, source, note, extra);
        }
    }
}
