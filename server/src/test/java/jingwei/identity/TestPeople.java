package jingwei.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jingwei.door.MovableClock;
import jingwei.door.TestServer;
import jingwei.standards.Text;
import jingwei.tenancy.Platform;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// People, posts and a clock for tests of the ground rooms; give the class to {@link TestServer#open} as a source.
public class TestPeople {

    public static final PlatformId LUOYANG = PlatformId.of("luoyang");
    public static final PlatformId XINAN = PlatformId.of("xinan");
    public static final String PASSWORD = "Peony-in-April-7";

    /// The posts the test gives to people; kept by the person, so it survives a restart of the server.
    private static final Map<UUID, List<Seats.Seat>> SEATS = new ConcurrentHashMap<>();

    @Bean
    Seats testSeats() {
        return person -> SEATS.getOrDefault(person, List.of());
    }

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock(Instant.parse("2026-11-24T01:00:00Z"));
    }

    public static void platform(TestServer server, PlatformId id) {
        server.room(Platforms.class).create(new Platform(id, Text.of("平台" + id, "platform " + id), "4103",
                Platform.OperatingModel.ONE_LEVEL, Platform.Hosting.HOSTED, Platform.Standing.TRIAL, null));
    }

    /// A person with one account of {@link #PASSWORD} and one post of that name and these permissions.
    public static Account account(TestServer server, PlatformId platform, String name, Permission... permissions) {
        return Tenancy.within(platform, () -> {
            Accounts accounts = server.room(Accounts.class);
            Person person = accounts.createPerson("张" + name, null, null);
            seat(person.id(), "post-" + name, permissions);
            return accounts.createAccount(person.id(), name, PASSWORD, false, false);
        });
    }

    public static void seat(UUID person, String post, Permission... permissions) {
        SEATS.merge(person, List.of(new Seats.Seat(post, post, Set.of(permissions))),
                (held, more) -> java.util.stream.Stream.concat(held.stream(), more.stream()).toList());
    }
}
