package jingwei.door;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// 不合用的数据库: each one plain sentence at start, before anything is written.
class UnfitDatabaseTest {

    @Test
    void dataOfANewerProgramAreLeftAlone() {
        TestDatabase database = TestDatabase.fresh();
        new JdbcTemplate(database.owner()).update("""
                INSERT INTO migrations.history (installed_rank, version, description, type, script, installed_by,
                  execution_time, success)
                VALUES (9999, '20990101.0000', 'of the future', 'SQL', 'V20990101_0000__of_the_future.sql', 'x', 1, true)
                """);
        assertThatThrownBy(() -> Migrations.run(database.connections())).isInstanceOf(StartRefused.class)
                .hasMessageContaining("由更新版本的程序建立").hasMessageContaining("of the future");
    }

    @Test
    void aLocaleThatCannotCompareChineseIsRefused() {
        assertThatThrownBy(() -> Migrations.run(TestDatabase.bare("ENCODING 'UTF8' LOCALE 'C'").connections()))
                .isInstanceOf(StartRefused.class).hasMessageContaining("不能比较中文");
        assertThatThrownBy(() -> Migrations.run(TestDatabase.bare("ENCODING 'SQL_ASCII' LOCALE 'C'").connections()))
                .isInstanceOf(StartRefused.class).hasMessageContaining("SQL_ASCII");
    }

    @Test
    void anApplicationThatCouldStepAroundTheGuardIsRefused() {
        Connections safe = TestDatabase.fresh().connections();
        assertThatThrownBy(() -> Migrations.run(new Connections(safe.url(), safe.owner(), safe.owner())))
                .isInstanceOf(StartRefused.class).hasMessageContaining("超级用户、所有者或可绕过行级安全");
    }

    @Test
    void aWrongPasswordIsOneSentence() {
        Connections safe = TestDatabase.fresh().connections();
        assertThatThrownBy(() -> Migrations.run(new Connections(safe.url(), safe.application(),
                new Connections.Login("nobody", "nothing")))).isInstanceOf(StartRefused.class)
                .hasMessageContaining("连不上数据库");
    }
}
