package jingwei.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import jingwei.door.backup.DailyBackup;
import jingwei.identity.FirstAdministrator;
import jingwei.simulator.Simulator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// 启动: opens the system and stays until it is told to stop; answers the exit status.
///
/// The steps stand in {@link #open} in the order they happen, so that a person who reads the console and a person who
/// reads the code see the same thing.
public final class Door {

    private static final long SEED = 4103;

    private Door() {
    }

    public static int open(Class<?> application, Map<String, String> environment, String[] arguments) {
        try {
            Settings settings = Settings.from(environment);
            refuseTakenPort(settings, "PORT", settings.port());
            refuseTakenPort(settings, "JINGWEI_HANDSET_PORT", settings.handset());
            refuseTakenPort(settings, "JINGWEI_PUBLIC_PORT", settings.open());
            Files.createDirectories(settings.data());
            EmbeddedDatabase embedded = settings.external() == null ? embedded(settings) : null;
            Connections connections = embedded == null ? settings.external() : embedded.connections();
            try {
                say("数据库升级 migrating");
                Migrations.run(connections);
                say("打开各模块 opening the rooms");
                Map<String, Object> tls = TrialCertificate.properties(environment, settings.data());
                ConfigurableApplicationContext rooms = rooms(application, settings, connections, tls, arguments);
                if (arguments.length > 0 && !arguments[0].startsWith("-")) {
                    // 命令: a room has done it on opening (`facts --rebuild`); nothing is served.
                    rooms.close();
                    if (embedded != null) {
                        embedded.close();
                    }
                    return 0;
                }
                announce(settings, rooms, !tls.isEmpty());
                // The cast speaks plain HTTP to its own machine; behind a trial certificate it stays at home.
                if (DailyBackup.wanted(environment)) {
                    new DailyBackup(connections, settings.data().resolve("media"), environment, Clock.systemUTC()).begin();
                }
                waitForTheEnd(rooms, embedded, tls.isEmpty() ? simulator(settings) : null);
                return 0;
            } catch (RuntimeException e) {
                if (embedded != null) {
                    embedded.close();
                }
                throw e;
            }
        } catch (StartRefused e) {
            System.err.println("无法启动 cannot start: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            System.err.println("无法启动 cannot start: 数据目录不可写 the data folder cannot be written");
            return 1;
        }
    }

    /// The properties that tell the rooms where their database and their media are; tests use the same ones.
    public static Map<String, Object> properties(Settings settings, Connections connections) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", connections.url());
        properties.put("spring.datasource.username", connections.application().user());
        properties.put("spring.datasource.password", connections.application().password());
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.address());
        properties.put("jingwei.data", settings.data().toString());
        properties.put("jingwei.demo", settings.demo());
        properties.put("jingwei.zone.handset", settings.handset());
        properties.put("jingwei.zone.public", settings.open());
        return properties;
    }

    private static EmbeddedDatabase embedded(Settings settings) {
        say("启动内置数据库 starting the embedded database");
        return EmbeddedDatabase.start(settings.data(), true);
    }

    private static ConfigurableApplicationContext rooms(Class<?> application, Settings settings,
            Connections connections, Map<String, Object> tls, String[] arguments) {
        SpringApplication rooms = new SpringApplication(application);
        rooms.setBannerMode(Banner.Mode.OFF);
        // The rooms close first, PostgreSQL last: one hook, in order (waitForTheEnd).
        rooms.setRegisterShutdownHook(false);
        Map<String, Object> properties = properties(settings, connections);
        properties.putAll(tls);
        rooms.setDefaultProperties(properties);
        return rooms.run(arguments);
    }

    /// The demonstration's people at work, over HTTP like everybody else; null without them.
    private static @Nullable Simulator simulator(Settings settings) {
        Path accounts = settings.data().resolve("demo-accounts.csv");
        if (!settings.demo() || !settings.simulator() || !Files.exists(accounts)) {
            return null;
        }
        String host = settings.address().equals("0.0.0.0") ? "127.0.0.1" : settings.address();
        say("演员上岗 the cast is at work (JINGWEI_SIMULATOR=off 关闭)");
        return Simulator.start(URI.create("http://" + host + ":" + settings.port()), accounts, SEED);
    }

    private static void waitForTheEnd(ConfigurableApplicationContext rooms, @Nullable EmbeddedDatabase embedded,
            @Nullable Simulator simulator) {
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (simulator != null) {
                simulator.close();
            }
            rooms.close();
            if (embedded != null) {
                embedded.close();
            }
            end.countDown();
        }, "end"));
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuseTakenPort(Settings settings, String name, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(settings.address()), port));
        } catch (IOException e) {
            throw new StartRefused(
                    "端口 " + port + " 已被占用，请用 " + name + "=另一个端口 启动",
                    "port " + port + " is taken; start with " + name + "=another");
        }
    }

    private static void announce(Settings settings, ConfigurableApplicationContext rooms, boolean tls) {
        String host = (tls ? "https://" : "http://") + settings.address() + ":";
        String at = host + settings.port();
        String handset = settings.handset() == 0 ? at : host + settings.handset();
        String open = settings.open() == 0 ? at : host + settings.open();
        say("经纬已就绪 ready in " + Duration.ofMillis(
                java.lang.management.ManagementFactory.getRuntimeMXBean().getUptime()).toSeconds() + " s");
        System.out.println("  坐席 office    " + at + "/office");
        System.out.println("  采集 collector " + handset + "/collector");
        if (Files.exists(settings.data().resolve("tls").resolve("trial-ca.crt")) && tls) {
            System.out.println("  证书 for phones " + settings.data().resolve("tls").resolve("trial-ca.crt"));
        }
        System.out.println("  市民 citizen   " + open + "/report");
        System.out.println("  大屏 wall      " + at + "/screen");
        System.out.println("  领导 leaders   " + at + "/screen/phone");
        System.out.println("  契约 contract  " + at + "/api/openapi.yaml");
        if (settings.demo()) {
            System.out.println("  账号 accounts  " + settings.data().resolve("demo-accounts.csv"));
        } else {
            rooms.getBean(FirstAdministrator.class).code().ifPresent(code -> System.out.println(
                    "  首次启动码 code of the first start  " + code));
        }
    }

    static void say(String step) {
        System.out.println("[经纬] " + step);
    }
}
