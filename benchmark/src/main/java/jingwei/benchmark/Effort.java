package jingwei.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// 用工: processor time of the server and of its database, in milliseconds. On a shared machine it says more than a rate: what
/// others do does not count.
///
/// @param server   this process
/// @param database PostgreSQL and all its helpers
record Effort(double server, double database) {

    /// What was spent until now.
    ///
    /// @param cluster data folder of PostgreSQL
    static Effort now(Path cluster) {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Effort(machine.getProcessCpuTime() / 1e6, ticks(cluster) * 10.0);
    }

    Effort since(Effort before, double times) {
        return new Effort((server - before.server) / times, (database - before.database) / times);
    }

    double both() {
        return server + database;
    }

    private static long ticks(Path cluster) {
        try {
            String keeper = Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst();
            try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
                return processes.filter(each -> each.getFileName().toString().matches("[0-9]+"))
                        .mapToLong(each -> ticks(each, keeper)).sum();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// User and system time of a process of this keeper, in hundredths of a second; the keeper's with that of its children who
    /// have ended.
    private static long ticks(Path process, String keeper) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            boolean itself = process.getFileName().toString().equals(keeper);
            if (!itself && !fields[1].equals(keeper)) {
                return 0;
            }
            long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return itself ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
        } catch (IOException e) {
            return 0; // it has ended meanwhile
        }
    }
}
