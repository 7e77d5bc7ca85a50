package jingwei.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingwei.casework.Case;
import jingwei.casework.CaseNumber;
import jingwei.casework.Performer;
import jingwei.casework.Surroundings;
import jingwei.grid.GeoPoint;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.notice.Notices;
import jingwei.notice.Recipient;
import jingwei.organization.Axis;
import jingwei.organization.Organization;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.organization.Unit;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 班组交办 (COL-07, MDI-02): a unit gives a case it handles to a post of its own or of a crew below it, sees who has what and
/// where each was last on a spot, and may take a case back. Towards the center the unit answers as before.
@Component
public class HandOns {

    private static final int LONGEST = 5_000;

    private final JdbcClient database;
    private final Surroundings around;
    private final Notices notices;
    private final Journal journal;

    HandOns(JdbcClient database, Surroundings around, Notices notices, Journal journal) {
        this.database = database;
        this.around = around;
        this.notices = notices;
        this.journal = journal;
    }

    /// @param unit    the unit that handed it on
    /// @param at      where the crew was when it said it is on the spot; null before
    public record HandOn(String number, String unit, String givenBy, String givenTo, String words, Instant givenAt,
            @Nullable GeoPoint at, @Nullable Instant thereAt) {
    }

    /// 班组人员. @param open cases handed to the post and still handled
    /// @param at   where it was last on a spot
    public record Worker(String post, String name, String unit, String unitName, List<String> open, @Nullable GeoPoint at,
            @Nullable Instant seenAt) {
    }

    /// The posts of the speaker's unit and of the crews below it.
    @Transactional(readOnly = true)
    public List<Worker> crew(Performer speaker) {
        Organization organization = around.organization();
        List<HandOn> all = database.sql("""
                SELECT h.* FROM casework.hand_ons h JOIN casework.cases c ON c.platform = h.platform AND c.number = h.number
                WHERE h.platform = :platform AND (c.state = 'handling' OR h.there_at IS NOT NULL)
                  AND h.given_to = ANY (:posts) ORDER BY h.there_at DESC NULLS LAST LIMIT 2000
                """).param("platform", platform())
                .param("posts", workers(speaker.post()).stream().map(Post::id).toArray(String[]::new)).query(HandOns::read).list();
        List<String> handled = handled(all);
        return workers(speaker.post()).stream().map(post -> {
            Optional<HandOn> last = all.stream().filter(one -> one.givenTo().equals(post.id()) && one.thereAt() != null).findFirst();
            return new Worker(post.id(), post.name(), post.organizationId(),
                    organization.unit(post.organizationId()).map(Unit::name).orElse(post.organizationId()),
                    all.stream().filter(one -> one.givenTo().equals(post.id()) && handled.contains(one.number())).map(HandOn::number).toList(),
                    last.map(HandOn::at).orElse(null), last.map(HandOn::thereAt).orElse(null));
        }).toList();
    }

    @Transactional(readOnly = true)
    public List<HandOn> of(Case theCase) {
        return database.sql("SELECT * FROM casework.hand_ons WHERE platform = :platform AND number = :number ORDER BY given_at")
                .param("platform", platform()).param("number", theCase.number().value()).query(HandOns::read).list();
    }

    /// Gives it, or gives it to another. @throws RefusedException `not-handled-by-you`, `not-of-your-crew`, `words-too-long`
    @Transactional
    public void give(Case theCase, Performer speaker, String to, String words) {
        boolean handles = speaker.post().axis() == Axis.HANDLING && speaker.post().kind() == PostKind.HANDLER
                && theCase.assignment() != null && theCase.state().equals("handling");
        if (!handles) {
            throw refusal(Refusal.Kind.CONFLICT, "not-handled-by-you", "案件不在本单位处置中，不能交办", "your unit is not handling the case",
                    "处置中的案件才能交给班组", "a case is handed on while it is handled");
        }
        if (workers(speaker.post()).stream().noneMatch(post -> post.id().equals(to))) {
            throw refusal(Refusal.Kind.NOT_ALLOWED, "not-of-your-crew", "“" + to + "”不是本单位的人员", "“" + to + "” is not of your unit",
                    "请从本单位和下属班组中选择", "choose a post of your unit or its crews");
        }
        if (words.length() > LONGEST) {
            throw refusal(Refusal.Kind.MALFORMED, "words-too-long", "交办要求不超过 5000 字", "5,000 characters at most", "请写短些", "write less");
        }
        database.sql("""
                INSERT INTO casework.hand_ons (platform, number, unit, given_by, given_to, person, words, given_at)
                VALUES (:platform, :number, :unit, :by, :to, :person, :words, :now)
                ON CONFLICT (platform, number, unit) DO UPDATE SET given_by = excluded.given_by, given_to = excluded.given_to,
                  person = excluded.person, words = excluded.words, given_at = excluded.given_at,
                  there_at = NULL, longitude = NULL, latitude = NULL
                """).param("platform", platform()).param("number", theCase.number().value()).param("unit", speaker.post().organizationId())
                .param("by", speaker.post().id()).param("to", to).param("person", speaker.person()).param("words", words.strip())
                .param("now", Timestamp.from(around.now())).update();
        journal.write(JournalEntry.Kind.DATA_CHANGE, theCase.number().value(), "handed-on", Map.of("to", to));
        notices.send(new Recipient.ToPost(to), Text.of("交办：" + theCase.number() + " " + theCase.spot().address(), "handed on to you: " + theCase.number()),
                "/office/cases/" + theCase.number());
        notices.ripple();
    }

    /// 收回.
    @Transactional
    public void takeBack(Case theCase, Performer speaker) {
        int rows = database.sql("DELETE FROM casework.hand_ons WHERE platform = :platform AND number = :number AND unit = :unit")
                .param("platform", platform()).param("number", theCase.number().value()).param("unit", speaker.post().organizationId()).update();
        if (rows > 0) {
            journal.write(JournalEntry.Kind.DATA_CHANGE, theCase.number().value(), "taken-back-from-crew", Map.of());
            notices.ripple();
        }
    }

    /// 到场. @throws RefusedException `not-handed-to-you`
    @Transactional
    public void arrive(CaseNumber number, Performer speaker, GeoPoint at) {
        int rows = database.sql("""
                UPDATE casework.hand_ons SET longitude = :longitude, latitude = :latitude, there_at = :now
                WHERE platform = :platform AND number = :number AND given_to = :post
                """).param("platform", platform()).param("number", number.value()).param("post", speaker.post().id())
                .param("longitude", at.longitude()).param("latitude", at.latitude()).param("now", Timestamp.from(around.now())).update();
        if (rows == 0) {
            throw refusal(Refusal.Kind.NOT_ALLOWED, "not-handed-to-you", "案件没有交给您", "the case was not handed to you",
                    "由承办人员报到场", "the post that has it says it is there");
        }
        notices.ripple();
    }

    private List<String> handled(List<HandOn> all) {
        return database.sql("SELECT number FROM casework.cases WHERE platform = :platform AND state = 'handling' AND number = ANY (:numbers)")
                .param("platform", platform()).param("numbers", all.stream().map(HandOn::number).toArray(String[]::new))
                .query(String.class).list();
    }

    private List<Post> workers(Post speaker) {
        Organization organization = around.organization();
        return organization.within(speaker.organizationId()).stream()
                .flatMap(unit -> organization.postsOfOrganization(unit.id(), PostKind.HANDLER).stream())
                .filter(post -> !post.holders().isEmpty()).toList();
    }

    private static HandOn read(ResultSet row, int n) throws SQLException {
        Timestamp there = row.getTimestamp("there_at");
        return new HandOn(row.getString("number"), row.getString("unit"), row.getString("given_by"), row.getString("given_to"),
                row.getString("words"), row.getTimestamp("given_at").toInstant(),
                there == null ? null : new GeoPoint(row.getDouble("longitude"), row.getDouble("latitude")),
                there == null ? null : there.toInstant());
    }

    private static RefusedException refusal(Refusal.Kind kind, String code, String zh, String en, String todo, String toDo) {
        return Refusal.of(kind, code, Text.of(zh, en), Text.of(todo, toDo)).under("MDI-02").asException();
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
