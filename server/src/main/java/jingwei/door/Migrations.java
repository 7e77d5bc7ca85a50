package jingwei.door;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/// 数据库升级: brings the schemas of all rooms to this program's version, as the owner role.
///
/// One folder of files a room (`db/<room>/`), one history for all; the version is a timestamp, so that a foreign key
/// of a room above always meets the table of the room below.
public final class Migrations {

    /// The rooms that keep tables, from the ground up; a room's schema has the room's name.
    public static final List<String> ROOMS = List.of(
            "tenancy",
            "workcalendar",
            "identity",
            "journal",
            "media",
            "notice",
            "grid",
            "geocoding",
            "organization",
            "component",
            "basemap",
            "catalog",
            "process",
            "casework",
            "citizen",
            "intake",
            "collection",
            "evaluation",
            "situation",
            "exchange");

    private Migrations() {
    }

    /// To this program's version.
    public static void run(Connections connections) {
        run(connections, "latest");
    }

    /// To an earlier version, for a restore. @param target `latest`, or the version of a migration
    public static void run(Connections connections, String target) {
        refuseUnfitServer(connections);
        Flyway flyway = Flyway.configure()
                .dataSource(connections.url(), connections.owner().user(), connections.owner().password())
                .locations(ROOMS.stream().map(room -> "classpath:db/" + room).toArray(String[]::new))
                .failOnMissingLocations(false)
                .defaultSchema("migrations")
                .table("history")
                .placeholders(Map.of("app", connections.application().user(), "auditor", "jingwei_auditor"))
                .outOfOrder(true)
                .target(target)
                .load();
        try {
            Arrays.stream(flyway.info().all())
                    .filter(info -> info.getState().isApplied() && !info.getState().isResolved())
                    .findFirst()
                    .ifPresent(Migrations::refuseNewer);
            if (!target.equals("latest") && Arrays.stream(flyway.info().all())
                    .noneMatch(info -> info.getVersion() != null && info.getVersion().getVersion().equals(target))) {
                throw new StartRefused("备份由更新版本的程序所做（升级 " + target + " 本程序没有），请用那个版本或更新的版本恢复",
                        "the backup was made by a newer version of this program");
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StartRefused("数据库升级失败：" + firstLine(e), "the database could not be migrated");
        }
        refuseUnsafeRole(connections);
    }

    private static void refuseNewer(MigrationInfo info) {
        throw new StartRefused("数据由更新版本的程序建立（升级 " + info.getVersion() + " " + info.getDescription()
                        + " 本程序没有），请用那个版本或更新的版本启动",
                "the data were made by a newer version of this program");
    }

    private static void refuseUnfitServer(Connections connections) {
        try (Connection connection = owner(connections); var statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseMajorVersion() < 15) {
                throw new StartRefused("PostgreSQL 版本过低，需要 15 或更新", "PostgreSQL 15 or newer is needed");
            }
            // Under locale C the database folds no Chinese text and sees no word in it.
            try (var row = statement.executeQuery("""
                    SELECT datctype, pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()
                    """)) {
                row.next();
                String locale = row.getString(1);
                if (!"UTF8".equals(row.getString(2)) || "C".equals(locale) || "POSIX".equals(locale)) {
                    throw new StartRefused("数据库的字符集或区域（" + row.getString(2) + ", " + locale
                                    + "）不能比较中文，请用 UTF8 和 C.UTF-8 或 zh_CN.UTF-8 重建",
                            "the cluster's encoding or locale cannot compare Chinese text; "
                                    + "create it with UTF8 and C.UTF-8");
                }
            }
        } catch (SQLException e) {
            throw new StartRefused("连不上数据库 " + connections.url() + "：" + firstLine(e),
                    "cannot reach the database");
        }
    }

    /// The application must be neither owner nor superuser: either would step around row-level security.
    private static void refuseUnsafeRole(Connections connections) {
        try (Connection connection = DriverManager.getConnection(connections.url(), connections.application().user(),
                connections.application().password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT rolsuper OR rolbypassrls OR pg_has_role(rolname, datdba, 'MEMBER')
                        FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()
                        """)) {
            row.next();
            if (row.getBoolean(1)) {
                throw new StartRefused("数据库角色 " + connections.application().user()
                                + " 是超级用户、所有者或可绕过行级安全，请另建普通角色给 JINGWEI_DB_USER",
                        "the application's role is superuser, owner or bypasses row-level security");
            }
        } catch (SQLException e) {
            throw new StartRefused("应用角色连不上数据库：" + firstLine(e), "the application's role cannot sign in");
        }
    }

    private static Connection owner(Connections connections) throws SQLException {
        return DriverManager.getConnection(connections.url(), connections.owner().user(),
                connections.owner().password());
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
    }
}
