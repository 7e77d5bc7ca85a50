package jingwei;

import jingwei.door.Door;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/// 数字化城市管理信息系统: the server's entrance. `java -jar` opens the {@link Door} and serves until it is told to stop.
@SpringBootApplication
@EnableScheduling
public class Jingwei {

    public static void main(String[] arguments) {
        System.exit(Door.open(Jingwei.class, System.getenv(), arguments));
    }
}
