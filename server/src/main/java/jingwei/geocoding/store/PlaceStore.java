package jingwei.geocoding.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jingwei.geocoding.AliasProposal;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceEdition;
import jingwei.geocoding.PlaceKind;
import jingwei.geocoding.PlaceVersion;
import jingwei.geocoding.Succession;
import jingwei.geocoding.Succession.FormerName;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// 地名库的读写: the tables of the geocoding room, for the platform being served.
@Repository
public class PlaceStore {

    private static final int BATCH = 1000;

    private final JdbcClient database;
    private final JdbcTemplate batches;

    PlaceStore(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    private static String platform() {
        return Tenancy.current().value();
    }

    /// Number of the newest edition; 0 before the first.
    @Transactional(readOnly = true)
    public long revision() {
        return database.sql("SELECT coalesce(max(number), 0) FROM geocoding.editions WHERE platform = :platform")
                .param("platform", platform()).query(Long.class).single();
    }

    /// Every published place, by id: the same order on every server.
    @Transactional(readOnly = true)
    public List<Place> published() {
        return database.sql("""
                SELECT * FROM geocoding.places WHERE platform = :platform AND state = 'PUBLISHED' ORDER BY id
                """).param("platform", platform()).query((row, number) -> place(row)).list();
    }

    /// Whether a place of that id is published or proposed.
    @Transactional(readOnly = true)
    public boolean has(String id) {
        return database.sql("SELECT count(*) FROM geocoding.places WHERE platform = :platform AND id = :id AND state IN ('PUBLISHED', 'PROPOSED')")
                .param("platform", platform()).param("id", id).query(Long.class).single() > 0;
    }

    /// Histories of the places that have one, as last proposed or published.
    @Transactional(readOnly = true)
    public Map<String, Succession> successions() {
        Map<String, Succession> found = new HashMap<>();
        database.sql("""
                SELECT id, successor, former_names FROM geocoding.places
                WHERE platform = :platform AND state IN ('PUBLISHED', 'PROPOSED') AND (successor <> '' OR former_names <> '') ORDER BY version
                """).param("platform", platform()).query(row -> {
                    found.put(row.getString("id"), succession(row));
                });
        return found;
    }

    /// What a place belongs to, the nearest first; areas as they stand today.
    @Transactional(readOnly = true)
    public List<Place> parents(Place place) {
        return database.sql("""
                SELECT * FROM geocoding.places
                WHERE platform = :platform AND state = 'PUBLISHED' AND id <> :id AND (id = :road AND :road <> '' OR id = :parent AND :parent <> '' OR valid_to IS NULL AND (
                  kind = 'COMMUNITY' AND community_code = :community AND :community <> ''
                  OR kind = 'STREET' AND street_code = :street AND :street <> ''
                  OR kind = 'DISTRICT' AND region_code = :region AND :region <> ''
                  OR kind = 'CITY'))
                ORDER BY array_position(ARRAY['CITY', 'DISTRICT', 'STREET', 'COMMUNITY'], kind) DESC NULLS FIRST, id
                """).param("platform", platform()).param("id", place.id()).param("road", place.roadId()).param("parent", place.parentId()).param("community", place.communityCode())
                .param("street", place.streetCode()).param("region", place.regionCode()).query((row, number) -> place(row)).list().stream()
                .filter(one -> !place.kind().isArea() || one.kind().compareTo(place.kind()) < 0).toList();
    }

    /// Places that ended in favour of this one.
    @Transactional(readOnly = true)
    public List<Place> predecessors(String id) {
        return database.sql("SELECT * FROM geocoding.places WHERE platform = :platform AND state = 'PUBLISHED' AND successor = :id ORDER BY valid_to, id")
                .param("platform", platform()).param("id", id).query((row, number) -> place(row)).list();
    }

    /// Versions that wait for publication, by id.
    @Transactional(readOnly = true)
    public List<PlaceVersion> proposed(String after, int limit) {
        return database.sql("""
                SELECT * FROM geocoding.places WHERE platform = :platform AND state = 'PROPOSED' AND id > :after ORDER BY id LIMIT :limit
                """).param("platform", platform()).param("after", after).param("limit", limit)
                .query((row, number) -> version(row)).list();
    }

    /// All versions of a place, the newest first.
    @Transactional(readOnly = true)
    public List<PlaceVersion> history(String id) {
        return database.sql("""
                SELECT * FROM geocoding.places WHERE platform = :platform AND id = :id ORDER BY version DESC
                """).param("platform", platform()).param("id", id).query((row, number) -> version(row)).list();
    }

    @Transactional(readOnly = true)
    public List<PlaceEdition> editions() {
        return database.sql("SELECT * FROM geocoding.editions WHERE platform = :platform ORDER BY number DESC LIMIT 200")
                .param("platform", platform())
                .query((row, number) -> new PlaceEdition(row.getLong("number"), row.getTimestamp("published_at").toInstant(),
                        row.getString("published_by"), row.getInt("changes"), row.getInt("places"), row.getString("note"))).list();
    }

    /// Adds each as the next version of its place; an earlier proposal for the same place is declined by it.
    @Transactional
    public void propose(List<Place> places, Instant at, String by, String reason) {
        String platform = platform();
        WKBWriter shapes = new WKBWriter();
        Map<String, Integer> versions = new HashMap<>();
        Set<String> open = new HashSet<>();
        database.sql("SELECT id, max(version) AS version, bool_or(state = 'PROPOSED') AS open FROM geocoding.places WHERE platform = :platform GROUP BY id")
                .param("platform", platform).query(row -> {
                    versions.put(row.getString("id"), row.getInt("version"));
                    if (row.getBoolean("open")) {
                        open.add(row.getString("id"));
                    }
                });
        batches.batchUpdate("UPDATE geocoding.places SET state = 'DECLINED' WHERE platform = ? AND id = ? AND state = 'PROPOSED'",
                places.stream().map(Place::id).filter(open::contains).map(id -> new Object[] {platform, id}).toList());
        batches.batchUpdate("""
                INSERT INTO geocoding.places (platform, id, version, state, kind, name, standard_name, aliases, region_code, street_code,
                  community_code, road_id, plate_number, plate_side, longitude, latitude, shape, width, valid_from, valid_to, source, note,
                  changed_at, changed_by, reason, successor, former_names, parent_id)
                VALUES (?, ?, ?, 'PROPOSED',
                  ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, places, BATCH, (row, place) -> {
                    int at0 = 1;
                    for (Object value : Arrays.asList(platform, place.id(), versions.getOrDefault(place.id(), 0) + 1, place.kind().name(), place.name(), place.standardName(),
                            String.join("|", place.aliases()), place.regionCode(), place.streetCode(), place.communityCode(), place.roadId(),
                            place.plateNumber(), place.plateSide() == ' ' ? "" : String.valueOf(place.plateSide()), number(place.longitude()),
                            number(place.latitude()))) {
                        row.setObject(at0++, value);
                    }
                    Geometry shape = place.geometry();
                    row.setBytes(at0++, shape == null ? null : shapes.write(shape));
                    row.setObject(at0++, number(place.width()));
                    row.setObject(at0++, place.validFrom());
                    row.setObject(at0++, place.validTo());
                    row.setString(at0++, place.source());
                    row.setString(at0++, place.note());
                    row.setTimestamp(at0++, Timestamp.from(at));
                    row.setString(at0++, by);
                    row.setString(at0++, reason);
                    row.setString(at0++, place.succession().successor());
                    row.setString(at0++, formerNames(place.succession().formerNames()));
                    row.setString(at0, place.parentId());
                });
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /// Declines what is proposed for a place; answers whether there was anything.
    @Transactional
    public boolean decline(String id) {
        return database.sql("UPDATE geocoding.places SET state = 'DECLINED' WHERE platform = :platform AND id = :id AND state = 'PROPOSED'")
                .param("platform", platform()).param("id", id).update() > 0;
    }

    /// Puts every proposal in force and writes the edition down; answers how many changed.
    @Transactional
    public int publish(Instant at, String by, String note) {
        String platform = platform();
        database.sql("SELECT id FROM tenancy.platforms WHERE id = :platform").param("platform", platform).query(String.class).single();
        database.sql("""
                UPDATE geocoding.places old SET state = 'SUPERSEDED'
                WHERE old.platform = :platform AND old.state = 'PUBLISHED' AND EXISTS (
                  SELECT FROM geocoding.places fresh
                  WHERE fresh.platform = :platform AND fresh.id = old.id AND fresh.state = 'PROPOSED')
                """).param("platform", platform).update();
        int changes = database.sql("UPDATE geocoding.places SET state = 'PUBLISHED' WHERE platform = :platform AND state = 'PROPOSED'")
                .param("platform", platform).update();
        if (changes > 0) {
            database.sql("""
                    INSERT INTO geocoding.editions (platform, number, published_at, published_by, changes, places, note)
                    SELECT :platform, (SELECT coalesce(max(number), 0) + 1 FROM geocoding.editions WHERE platform = :platform), :at, :by, :changes,
                      (SELECT count(*) FROM geocoding.places WHERE platform = :platform AND state = 'PUBLISHED'), :note
                    """).param("platform", platform).param("at", Timestamp.from(at)).param("by", by).param("changes", changes)
                    .param("note", note).update();
        }
        return changes;
    }

    /// Counts a correction once more.
    @Transactional
    public void corrected(String place, String alias, Instant at) {
        database.sql("""
                INSERT INTO geocoding.alias_proposals (platform, place, alias, times, state, first_at, last_at)
                VALUES (:platform, :place, :alias, 1, 'OPEN', :at, :at)
                ON CONFLICT (platform, place, alias) DO UPDATE SET times = geocoding.alias_proposals.times + 1, last_at = excluded.last_at
                """).param("platform", platform()).param("place", place).param("alias", alias).param("at", Timestamp.from(at)).update();
    }

    /// Open alias proposals, the most frequent first.
    @Transactional(readOnly = true)
    public List<AliasProposal> aliases() {
        return database.sql("""
                SELECT * FROM geocoding.alias_proposals WHERE platform = :platform AND state = 'OPEN' ORDER BY times DESC, place, alias LIMIT 500
                """).param("platform", platform())
                .query((row, number) -> new AliasProposal(row.getString("place"), row.getString("alias"), row.getInt("times"),
                        row.getTimestamp("first_at").toInstant(), row.getTimestamp("last_at").toInstant())).list();
    }

    /// Settles an open alias proposal; answers whether there was one.
    @Transactional
    public boolean settleAlias(String place, String alias, boolean accepted) {
        return database.sql("""
                UPDATE geocoding.alias_proposals SET state = :state WHERE platform = :platform AND place = :place AND alias = :alias AND state = 'OPEN'
                """).param("platform", platform()).param("state", accepted ? "ACCEPTED" : "DECLINED").param("place", place)
                .param("alias", alias).update() > 0;
    }

    private static PlaceVersion version(ResultSet row) throws SQLException {
        return new PlaceVersion(place(row), row.getInt("version"), PlaceVersion.State.valueOf(row.getString("state")),
                row.getTimestamp("changed_at").toInstant(), row.getString("changed_by"), row.getString("reason"));
    }

    private static Place place(ResultSet row) throws SQLException {
        String aliases = row.getString("aliases");
        String side = row.getString("plate_side");
        return new Place(row.getString("id"), PlaceKind.valueOf(row.getString("kind")), row.getString("name"), row.getString("standard_name"),
                aliases.isEmpty() ? List.of() : List.of(aliases.split("\\|")), row.getString("region_code"), row.getString("street_code"),
                row.getString("community_code"), row.getString("road_id"), row.getString("plate_number"), side.isEmpty() ? ' ' : side.charAt(0),
                number(row, "longitude"), number(row, "latitude"), shape(row.getBytes("shape")), number(row, "width"), day(row, "valid_from"),
                day(row, "valid_to"), row.getString("source"), row.getString("note"), row.getString("parent_id"), succession(row));
    }

    private static Succession succession(ResultSet row) throws SQLException {
        String successor = row.getString("successor");
        String names = row.getString("former_names");
        return successor.isEmpty() && names.isEmpty() ? Succession.NONE : new Succession(successor, formerNames(names));
    }

    /// One name a line: first day or nothing, last day, name.
    private static String formerNames(List<FormerName> names) {
        return names.stream().map(one -> (one.from() == null ? "" : one.from().toString()) + '/' + one.to() + '/' + one.name())
                .collect(Collectors.joining("\n"));
    }

    private static List<FormerName> formerNames(String lines) {
        return lines.lines().map(line -> line.split("/", 3))
                .map(part -> new FormerName(part[2], part[0].isEmpty() ? null : LocalDate.parse(part[0]), LocalDate.parse(part[1]))).toList();
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    private static @Nullable Geometry shape(byte @Nullable [] bytes) throws SQLException {
        if (bytes == null) {
            return null;
        }
        try {
            return new WKBReader().read(bytes);
        } catch (ParseException e) {
            throw new SQLException("a shape in geocoding.places is no WKB", e);
        }
    }
}
