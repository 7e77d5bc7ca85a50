package jingwei.collection.census;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jingwei.casework.Performer;
import jingwei.collection.CollectionRefusals;
import jingwei.collection.PhoneTime;
import jingwei.component.Components;
import jingwei.grid.GeoPoint;
import jingwei.grid.Land;
import jingwei.grid.Location;
import jingwei.media.Media;
import jingwei.notice.Notices;
import jingwei.notice.Recipient;
import jingwei.standards.ComponentCode;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// 现场记录: an entry of a census, or a component that changed, is missing or is new; kept the moment its form arrives, its photos
/// after it (ACQ-24, ACQ-25). The data keepers decide about components; nothing is changed in the inventory by a note itself.
@Component
public class FieldNotes {

    private static final int MOST_PHOTOS = 9;
    private static final int MOST_LISTED = 500;

    private final JdbcClient database;
    private final Censuses censuses;
    private final Components components;
    private final Land land;
    private final Media media;
    private final Notices notices;
    private final PlatformClock clock;
    private final java.time.Clock wall;
    private final JsonMapper json;

    FieldNotes(JdbcClient database, Censuses censuses, Components components, Land land, Media media, Notices notices,
            PlatformClock clock, java.time.Clock wall, JsonMapper json) {
        this.database = database;
        this.censuses = censuses;
        this.components = components;
        this.land = land;
        this.media = media;
        this.notices = notices;
        this.clock = clock;
        this.wall = wall;
        this.json = json;
    }

    /// 现场记录.
    ///
    /// @param census    the census it belongs to; null for a component's change
    /// @param component identification code, where one was picked
    /// @param answers   what was answered to the questions of the census
    /// @param missing   hashes of photos that have not arrived
    /// @param state     whether the data keepers have decided; entries of a census stay open
    @Schema(name = "FieldNote")
    public record Note(UUID id, Kind kind, @Nullable UUID census, String post, @Nullable String component,
            @Nullable String classCode, String words, Map<String, String> answers, double longitude, double latitude,
            @Nullable String unitGrid, @Nullable String dutyGrid, List<String> photos, Instant saidAt, Instant arrivedAt,
            State state, @Nullable String decision, List<String> missing) {

        /// 种类.
        public enum Kind {
            CHANGED, MISSING, NEW, CENSUS
        }

        /// 处理情况.
        public enum State {
            OPEN, TAKEN, REFUSED
        }
    }

    /// 记录表单, as a phone sends it.
    ///
    /// @param id made by the phone; the same one again answers the first
    public record Form(UUID id, Note.Kind kind, @Nullable UUID census, @Nullable String component, @Nullable String classCode,
            String words, Map<String, String> answers, GeoPoint point, List<String> photos, @Nullable Instant saidAt,
            @Nullable Instant sentAt) {
    }

    /// Keeps it. @throws jingwei.standards.RefusedException `field-malformed`, `id-taken`, `no-such-census`, `census-over`,
    ///         `component-unknown`, `outside-every-grid`
    @Transactional
    public Note take(Form form, Performer who) {
        check(form);
        Location where = land.current().locateOrRefuse(form.point());
        String digest = digest(form);
        Instant now = clock.now();
        String classCode = form.classCode();
        if (form.component() != null) {
            ComponentCode code = ComponentCode.of(form.component());
            classCode = components.find(code).orElseThrow(() -> Components.unknown(code)).classCode().toString();
        }
        int made = database.sql("""
                INSERT INTO collection.field_notes (platform, id, kind, census, post, person, component, class_code, words, answers,
                  longitude, latitude, unit_grid, duty_grid, photos, digest, said_at, arrived_at, state)
                VALUES (:platform, :id, :kind, :census, :post, :person, :component, :class, :words, :answers::jsonb,
                  :longitude, :latitude, :cell, :grid, :photos, :digest, :said, :now, 'OPEN') ON CONFLICT DO NOTHING
                """).param("platform", platform()).param("id", form.id()).param("kind", form.kind().name())
                .param("census", form.census()).param("post", who.post().id()).param("person", who.person())
                .param("component", form.component()).param("class", classCode).param("words", form.words().strip())
                .param("answers", json.writeValueAsString(new TreeMap<>(form.answers())))
                .param("longitude", form.point().longitude()).param("latitude", form.point().latitude())
                .param("cell", where.unitGrid().digits()).param("grid", where.dutyGrid() == null ? null : where.dutyGrid().code())
                .param("photos", form.photos().toArray(new String[0])).param("digest", digest)
                .param("said", Timestamp.from(PhoneTime.of(form.saidAt(), form.sentAt(), now, wall.instant()).at()))
                .param("now", Timestamp.from(now)).update();
        if (made == 0 && !digest.equals(database.sql("SELECT digest FROM collection.field_notes WHERE platform = :platform AND id = :id")
                .param("platform", platform()).param("id", form.id()).query(String.class).single())) {
            throw CollectionRefusals.taken();
        }
        return require(form.id());
    }

    /// @throws jingwei.standards.RefusedException `no-such-note`
    @Transactional(readOnly = true)
    public Note require(UUID id) {
        return database.sql("SELECT * FROM collection.field_notes WHERE platform = :platform AND id = :id").param("platform", platform())
                .param("id", id).query(this::read).optional().map(this::withMissing)
                .orElseThrow(() -> CollectionRefusals.noSuch("no-such-note", "条现场记录", "field note"));
    }

    /// The newest, newest first: of a census, or the changes of components.
    @Transactional(readOnly = true)
    public List<Note> list(@Nullable UUID census, @Nullable String post) {
        return database.sql("""
                SELECT * FROM collection.field_notes WHERE platform = :platform AND census IS NOT DISTINCT FROM :census
                  AND (:post::text IS NULL OR post = :post) ORDER BY arrived_at DESC, id LIMIT :most
                """).param("platform", platform()).param("census", census, java.sql.Types.OTHER).param("post", post)
                .param("most", MOST_LISTED).query(this::read).list().stream().map(this::withMissing).toList();
    }

    /// The data keepers' word on a change of a component; told to whoever found it.
    ///
    /// @throws jingwei.standards.RefusedException `no-such-note`, `note-decided`
    @Transactional
    public Note decide(UUID id, UUID person, boolean taken, String words) {
        Note note = require(id);
        int changed = database.sql("""
                UPDATE collection.field_notes SET state = :state, decision = :words, decided_by = :person, decided_at = :now
                WHERE platform = :platform AND id = :id AND state = 'OPEN' AND kind <> 'CENSUS'
                """).param("platform", platform()).param("id", id).param("state", (taken ? Note.State.TAKEN : Note.State.REFUSED).name())
                .param("words", words).param("person", person).param("now", Timestamp.from(clock.now())).update();
        if (changed == 0) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "note-decided", Text.of("这条记录已经处理，或是普查记录", "the note was decided already, or belongs to a census"),
                    Text.of("请刷新列表", "load the list again")).under("ACQ-25").asException();
        }
        notices.send(new Recipient.ToPost(note.post()), taken ? Text.of("您报的部件变更已采用：" + words, "your change of a component was taken up: " + words)
                : Text.of("您报的部件变更未采用：" + words, "your change of a component was not taken up: " + words), "/collector/me");
        return require(id);
    }

    private void check(Form form) {
        if (form.words().length() > 1000) {
            throw CollectionRefusals.malformed("words", "不超过 1000 字", "have 1000 characters at most");
        }
        if (form.photos().size() > MOST_PHOTOS || form.photos().stream().distinct().count() != form.photos().size()
                || form.photos().stream().anyMatch(hash -> hash == null || !hash.matches("[0-9a-f]{64}"))) {
            throw CollectionRefusals.malformed("photos", "至多 9 张，编号应为互不相同的 SHA-256", "are 9 at most, with different SHA-256 hashes");
        }
        if (form.kind() == Note.Kind.CENSUS) {
            if (form.census() == null) {
                throw CollectionRefusals.malformed("census", "缺失", "is missing");
            }
            censuses.require(form.census()).check(form.answers(), clock.now());
        } else {
            if (form.words().isBlank()) {
                throw CollectionRefusals.malformed("words", "缺失", "are missing");
            }
            if (form.kind() == Note.Kind.NEW ? form.classCode() == null : form.component() == null) {
                throw CollectionRefusals.malformed(form.kind() == Note.Kind.NEW ? "classCode" : "component", "缺失", "is missing");
            }
        }
    }

    private Note withMissing(Note note) {
        List<String> missing = note.photos().stream().filter(hash -> media.find(hash).isEmpty()).toList();
        return new Note(note.id(), note.kind(), note.census(), note.post(), note.component(), note.classCode(), note.words(),
                note.answers(), note.longitude(), note.latitude(), note.unitGrid(), note.dutyGrid(), note.photos(), note.saidAt(),
                note.arrivedAt(), note.state(), note.decision(), missing);
    }

    private Note read(ResultSet row, int n) throws SQLException {
        Array photos = row.getArray("photos");
        return new Note(row.getObject("id", UUID.class), Note.Kind.valueOf(row.getString("kind")), row.getObject("census", UUID.class),
                row.getString("post"), row.getString("component"), row.getString("class_code"), row.getString("words"),
                json.readValue(row.getString("answers"), new TypeReference<Map<String, String>>() { }), row.getDouble("longitude"),
                row.getDouble("latitude"), row.getString("unit_grid"), row.getString("duty_grid"),
                Arrays.asList((String[]) photos.getArray()), row.getTimestamp("said_at").toInstant(),
                row.getTimestamp("arrived_at").toInstant(), Note.State.valueOf(row.getString("state")), row.getString("decision"), List.of());
    }

    /// The same content has the same digest, whenever it is sent.
    private String digest(Form form) {
        String text = form.kind() + " " + form.census() + " " + form.component() + " " + form.classCode() + " " + form.words() + " "
                + json.writeValueAsString(new TreeMap<>(form.answers())) + form.point() + form.photos().stream().sorted().toList();
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
