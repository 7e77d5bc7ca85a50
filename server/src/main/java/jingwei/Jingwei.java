package jingwei;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import jingwei.demonstration.LandCommand;
import jingwei.door.BackupCommand;
import jingwei.door.Door;
import jingwei.door.MoveCommand;
import jingwei.geocoding.GeocodeCommand;
import jingwei.journal.VerifyJournalCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/// 数字化城市管理信息系统: the server's entrance. `java -jar` opens the {@link Door} and serves until it is told to stop;
/// `java -jar … geocode` answers a file of addresses and ends ({@link GeocodeCommand}); `java -jar … land` writes the files of a
/// synthetic city and ends ({@link LandCommand}); `java -jar … verify-journal` verifies an exported chain of the journal
/// ({@link VerifyJournalCommand}); `backup`, `restore` and `drill` keep everything in a file and bring it back ({@link BackupCommand}); `move-out`,
/// `move-in`, `move-clear` and `move-back` take one platform to another server ({@link MoveCommand}).
@SpringBootApplication
@EnableScheduling
public class Jingwei {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("geocode")) {
            System.exit(GeocodeCommand.run(Arrays.asList(arguments).subList(1, arguments.length), new PrintStream(System.err, true, StandardCharsets.UTF_8),
                    Clock.systemDefaultZone()));
        }
        if (arguments.length > 0 && arguments[0].equals("land")) {
            System.exit(LandCommand.run(Arrays.asList(arguments).subList(1, arguments.length), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
        }
        if (arguments.length > 0 && arguments[0].equals("verify-journal")) {
            System.exit(VerifyJournalCommand.run(Arrays.asList(arguments).subList(1, arguments.length), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
        }
        if (arguments.length > 0 && BackupCommand.NAMES.contains(arguments[0])) {
            System.exit(BackupCommand.run(Arrays.asList(arguments), System.getenv(), Clock.systemUTC(), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
        }
        if (arguments.length > 0 && MoveCommand.NAMES.contains(arguments[0])) {
            System.exit(MoveCommand.run(Arrays.asList(arguments), System.getenv(), Clock.systemUTC(), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
        }
        System.exit(Door.open(Jingwei.class, System.getenv(), arguments));
    }
}
