package jingwei.door;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// 启动设置: everything the environment may decide at start. What belongs to a platform is kept in its own tables instead.
///
/// `JINGWEI_DEMO_CLOCK`, an ISO moment, lets the clocks of a new demonstration begin then; it is read by the demonstration.
///
/// @param port         `PORT`, 8080 unless given
/// @param address      `JINGWEI_ADDRESS`, the address to listen on; loopback unless given
/// @param data         `JINGWEI_DATA`, the folder for the embedded database and the media; `./data` unless given
/// @param demo         `JINGWEI_DEMO`, anything but `off` loads the demonstration into an empty system
/// @param simulator    `JINGWEI_SIMULATOR`, anything but `off` sets the demonstration's people to work
/// @param handset      `JINGWEI_HANDSET_PORT`, a listener for handsets alone; 0 for none
/// @param open         `JINGWEI_PUBLIC_PORT`, a listener for the public alone; 0 for none
/// @param external     an external PostgreSQL, when `JINGWEI_DB_URL` is given
public record Settings(int port, String address, Path data, boolean demo, boolean simulator,
        int handset, int open, @Nullable Connections external) {

    public static Settings from(Map<String, String> environment) {
        return new Settings(
                port("PORT", environment.getOrDefault("PORT", "8080")),
                environment.getOrDefault("JINGWEI_ADDRESS", "127.0.0.1"),
                Path.of(environment.getOrDefault("JINGWEI_DATA", "data")).toAbsolutePath().normalize(),
                !"off".equalsIgnoreCase(environment.getOrDefault("JINGWEI_DEMO", "on")),
                !"off".equalsIgnoreCase(environment.getOrDefault("JINGWEI_SIMULATOR", "on")),
                zone(environment, "JINGWEI_HANDSET_PORT"),
                zone(environment, "JINGWEI_PUBLIC_PORT"),
                external(environment));
    }

    private static int zone(Map<String, String> environment, String name) {
        String text = environment.getOrDefault(name, "").strip();
        return text.isEmpty() ? 0 : port(name, text);
    }

    private static int port(String name, String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new StartRefused(name + "=" + text + " 不是端口号，请给 1 到 65535 之间的整数",
                name + "=" + text + " is no port number; give a whole number from 1 to 65535");
    }

    private static @Nullable Connections external(Map<String, String> environment) {
        String url = environment.get("JINGWEI_DB_URL");
        if (url == null || url.isBlank()) {
            return null;
        }
        return new Connections(url,
                new Connections.Login(required(environment, "JINGWEI_DB_USER"),
                        required(environment, "JINGWEI_DB_PASSWORD")),
                new Connections.Login(required(environment, "JINGWEI_DB_OWNER_USER"),
                        required(environment, "JINGWEI_DB_OWNER_PASSWORD")));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new StartRefused("给了 JINGWEI_DB_URL 就必须同时给 " + name,
                    "JINGWEI_DB_URL is given, so " + name + " must be given too");
        }
        return value;
    }
}
