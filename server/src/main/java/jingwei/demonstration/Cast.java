package jingwei.demonstration;

import static jingwei.organization.OrganizationKind.ADMINISTRATION;
import static jingwei.organization.OrganizationKind.COMMAND_CENTER;
import static jingwei.organization.OrganizationKind.OFFICE;
import static jingwei.organization.OrganizationKind.SUPERVISION_CENTER;
import static jingwei.organization.OrganizationKind.UNIT;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jingwei.catalog.Responsibility;
import jingwei.organization.Holding;
import jingwei.organization.Organization;
import jingwei.organization.OrganizationKind;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.organization.Unit;

/// 演员表: the organizations, posts and people of the demonstration and of the stories. An account has its post's name.
public final class Cast {

    /// 机构. @param joined whether it works with the system itself
    public record Body(String id, String name, OrganizationKind kind, boolean joined) {
    }

    /// 岗位. @param person who holds it; empty for a post that nobody holds
    public record Seat(String post, PostKind kind, String body, String name, String person) {
    }

    private static final List<Body> BODIES = List.of(
            new Body("supervision-center", "监督中心", SUPERVISION_CENTER, true),
            new Body("command-center", "指挥中心", COMMAND_CENTER, true),
            new Body("leaders", "市政府办公室", OFFICE, true),
            new Body("administration", "系统管理", ADMINISTRATION, true),
            new Body("water", "供水公司", UNIT, true),
            new Body("lighting", "路灯管理处", UNIT, true),
            new Body("sanitation", "环境卫生管理处", UNIT, true),
            new Body("greening", "园林绿化中心", UNIT, true),
            new Body("municipal", "市政设施管理处", UNIT, true),
            new Body("traffic", "交通警察支队", UNIT, true),
            new Body("urban-management", "城市管理执法大队", UNIT, true),
            new Body("telecom", "通信公司", UNIT, false),
            new Body("partner-platform", "协同平台", UNIT, true));

    private static final String[] NAMES = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡",
        "郭", "何", "林", "罗", "高", "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹", "彭", "曾"};

    private final List<Seat> seats = new ArrayList<>();

    private Cast(int collectors) {
        many(PostKind.COLLECTOR, "collector", "supervision-center", collectors);
        many(PostKind.OPERATOR, "operator", "supervision-center", 3);
        many(PostKind.SHIFT_LEADER, "shift-leader", "supervision-center", 2);
        many(PostKind.CENTER_CHIEF, "center-chief", "supervision-center", 1);
        many(PostKind.SUPERVISION_GATEWAY, "supervision-gateway", "supervision-center", 1);
        many(PostKind.DISPATCHER, "dispatcher", "command-center", 3);
        many(PostKind.COMMAND_CHIEF, "command-chief", "command-center", 1);
        many(PostKind.AUTO_DISPATCHER, "auto-dispatcher", "command-center", 1);
        many(PostKind.COMMAND_GATEWAY, "command-gateway", "command-center", 1);
        many(PostKind.LEADER, "leader", "leaders", 1);
        many(PostKind.ADMINISTRATOR, "administrator", "administration", 1);
        for (Body body : BODIES) {
            if (body.kind() == UNIT) {
                PostKind kind = body.id().equals("partner-platform") ? PostKind.PARTNER : PostKind.HANDLER;
                seats.add(new Seat(body.id() + "-1", kind, body.id(), body.name() + kind.text().zh(),
                        body.joined() ? person(seats.size()) : ""));
            }
        }
    }

    /// The cast with so many collectors.
    public static Cast of(int collectors) {
        return new Cast(collectors);
    }

    public List<Body> bodies() {
        return BODIES;
    }

    public List<Seat> seats() {
        return List.copyOf(seats);
    }

    /// 权责清单 of the demonstration: who answers for which class everywhere; the law-enforcement brigade for the rest.
    public static List<Responsibility> responsibilities() {
        return List.of(
                Responsibility.of("component-0101", "all", "water"),
                Responsibility.of("component-0118", "all", "lighting"),
                Responsibility.of("component-01", "all", "municipal"),
                Responsibility.of("component-02", "all", "traffic"),
                Responsibility.of("component-03", "all", "sanitation"),
                Responsibility.of("component-04", "all", "greening"),
                Responsibility.of("component", "all", "municipal"),
                Responsibility.of("event-01", "all", "sanitation"),
                Responsibility.of("event", "all", "urban-management"));
    }

    /// The cast as an organization that needs no database; persons get ids made from their posts.
    public Organization organization(Instant since) {
        LocalDate from = LocalDate.EPOCH;
        List<Unit> units = BODIES.stream().map(body -> new Unit(body.id(), body.name(), body.kind(),
                body.kind().axis().orElse(null), null, body.joined(), from, null)).toList();
        List<Post> posts = seats.stream().map(seat -> Post.vacant(seat.post(), seat.kind(), seat.body(), seat.name()))
                .toList();
        List<Holding> holdings = seats.stream().filter(seat -> !seat.person().isEmpty())
                .map(seat -> Holding.live(seat.post(), personOf(seat.post()), since)).toList();
        return Organization.of(units, posts, holdings, List.of());
    }

    /// The id of the person behind a post of {@link #organization}.
    public static UUID personOf(String post) {
        return UUID.nameUUIDFromBytes(post.getBytes(StandardCharsets.UTF_8));
    }

    private void many(PostKind kind, String word, String body, int count) {
        for (int i = 1; i <= count; i++) {
            seats.add(new Seat(word + "-" + i, kind, body, kind.text().zh() + i, person(seats.size())));
        }
    }

    private static String person(int number) {
        return NAMES[number % NAMES.length] + (number < NAMES.length ? "建国" : "晓明") + number;
    }
}
