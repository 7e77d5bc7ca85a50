package jingwei.door.web;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import jingwei.standards.Text;
import jingwei.tenancy.Alarm;
import jingwei.tenancy.AlarmSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// 机器告警: the disk under the data folder, and the connections to the database.
@Component
class MachineAlarm implements AlarmSource {

    private static final long GIGABYTE = 1L << 30;

    private final Path data;
    private final DataSource database;
    private final long leastGigabytes;

    /// @param leastGigabytes `jingwei.disk.least`, free space below which the disk is an alarm
    MachineAlarm(@Value("${jingwei.data}") Path data, DataSource database, @Value("${jingwei.disk.least:5}") long leastGigabytes) {
        this.data = data;
        this.database = database;
        this.leastGigabytes = leastGigabytes;
    }

    @Override
    public List<Alarm> alarms() {
        List<Alarm> alarms = new ArrayList<>();
        try {
            FileStore store = Files.getFileStore(data);
            long free = store.getUsableSpace() / GIGABYTE;
            if (free < leastGigabytes) {
                alarms.add(new Alarm("disk-full", free < 1,
                        Text.of("数据目录所在磁盘只剩 " + free + " GB（少于 " + leastGigabytes + " GB）", "the disk of the data folder has " + free + " GB left, less than " + leastGigabytes),
                        Text.of("请扩容，或把旧备份移走；写满后案件将不能办理", "enlarge it or move old backups away; a full disk stops all work")));
            }
        } catch (IOException e) {
            alarms.add(new Alarm("disk-unreadable", true, Text.of("数据目录读不到：" + e.getMessage(), "the data folder cannot be read: " + e.getMessage()),
                    Text.of("请检查磁盘和目录权限", "look after the disk and the rights on the folder")));
        }
        pool(alarms);
        return alarms;
    }

    private void pool(List<Alarm> alarms) {
        try {
            if (!database.isWrapperFor(HikariDataSource.class)) {
                return;
            }
            HikariPoolMXBean pool = database.unwrap(HikariDataSource.class).getHikariPoolMXBean();
            if (pool != null && pool.getThreadsAwaitingConnection() > 0) {
                alarms.add(new Alarm("database-busy", false,
                        Text.of("数据库连接全部在用，" + pool.getThreadsAwaitingConnection() + " 个请求在等待", "all connections are in use; " + pool.getThreadsAwaitingConnection() + " requests wait"),
                        Text.of("短时高峰会自行消退；持续出现请检查数据库负载和慢查询", "a short peak passes; if it stays, look after the database's load and slow queries")));
            }
        } catch (SQLException e) {
            alarms.add(new Alarm("database-unreachable", true, Text.of("数据库连接池不可用：" + e.getMessage(), "the connection pool cannot be asked: " + e.getMessage()),
                    Text.of("请检查数据库是否在运行", "see whether the database is running")));
        }
    }
}
