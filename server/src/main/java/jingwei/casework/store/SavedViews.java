package jingwei.casework.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 常用查询: questions somebody asks every day, kept under a name, for himself or for everybody of the platform.
@Component
public class SavedViews {

    private static final int MOST = 50;

    private final JdbcClient database;
    private final Clock clock;

    SavedViews(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param query as the list of cases takes it: `source=HOTLINE&open=true`
    /// @param mine  kept by whoever asks
    public record View(UUID id, String name, String query, boolean shared, boolean mine) {
    }

    /// His own and the shared ones, by name.
    @Transactional(readOnly = true)
    public List<View> of(UUID person) {
        return database.sql("""
                SELECT *, person = :person AS mine FROM casework.saved_views
                WHERE platform = :platform AND (person = :person OR shared) ORDER BY mine DESC, name LIMIT 200
                """).param("platform", platform()).param("person", person).query((row, n) -> new View(
                        row.getObject("id", UUID.class), row.getString("name"), row.getString("query"),
                        row.getBoolean("shared"), row.getBoolean("mine"))).list();
    }

    /// @throws jingwei.standards.RefusedException `bad-view`, `too-many-views`, `view-name-taken`
    @Transactional
    public void keep(UUID id, UUID person, @Nullable String name, @Nullable String query, boolean shared) {
        String called = name == null ? "" : name.strip();
        if (query == null || called.isEmpty() || called.length() > 40 || query.length() > 2000) {
            throw refusal(Refusal.Kind.MALFORMED, "bad-view", "名称应为 1 到 40 字，条件不超过 2000 字",
                    "a name has 1 to 40 characters, a query 2000 at most", "请改短后再存", "shorten it");
        }
        if (of(person).stream().filter(view -> view.mine() && !view.id().equals(id)).count() >= MOST) {
            throw refusal(Refusal.Kind.CONFLICT, "too-many-views", "已存满 " + MOST + " 个", "you keep " + MOST + " already",
                    "请先删除不用的", "delete one first");
        }
        try {
            database.sql("""
                    INSERT INTO casework.saved_views (platform, id, person, name, query, shared, kept_at)
                    VALUES (:platform, :id, :person, :name, :query, :shared, :now)
                    ON CONFLICT (platform, id) DO UPDATE SET name = excluded.name, query = excluded.query,
                      shared = excluded.shared, kept_at = excluded.kept_at WHERE saved_views.person = excluded.person
                    """).param("platform", platform()).param("id", id).param("person", person).param("name", called)
                    .param("query", query).param("shared", shared).param("now", Timestamp.from(clock.instant())).update();
        } catch (DuplicateKeyException e) {
            throw refusal(Refusal.Kind.CONFLICT, "view-name-taken", "已有名为“" + called + "”的查询", "there is a view of this name",
                    "请换一个名称", "choose another name");
        }
    }

    @Transactional
    public void forget(UUID id, UUID person) {
        database.sql("DELETE FROM casework.saved_views WHERE platform = :platform AND id = :id AND person = :person")
                .param("platform", platform()).param("id", id).param("person", person).update();
    }

    private static jingwei.standards.RefusedException refusal(Refusal.Kind kind, String code, String zh, String en,
            String doZh, String doEn) {
        return Refusal.of(kind, code, Text.of(zh, en), Text.of(doZh, doEn)).under("ACC-16").asException();
    }

    private static String platform() {
        return Tenancy.current().value();
    }
}
