package jingwei.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import jingwei.identity.Account;
import jingwei.identity.Person;
import jingwei.standards.SheetFault;
import jingwei.standards.Table;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 花名册: units, posts and people as one sheet says them, checked row by row against what is there; nothing here writes.
///
/// A row names a unit, may name a post of it, and may name who holds that post. What is there already is left as it is and may
/// be repeated, so a sheet can be handed in again with more rows, or by another administrator for his part of it.
final class Roster {

    static final List<Table.Column> COLUMNS = List.of(new Table.Column("unit", "机构标识"), new Table.Column("unit_name", "机构名称"),
            new Table.Column("unit_kind", "机构类型"), new Table.Column("parent", "上级机构标识"),
            new Table.Column("post", "岗位标识"), new Table.Column("post_kind", "岗位类型"), new Table.Column("post_name", "岗位名称"),
            new Table.Column("person", "姓名"), new Table.Column("account", "账号"),
            new Table.Column("identity_number", "身份证号"), new Table.Column("phone", "联系电话"),
            new Table.Column("device", "仅限绑定设备"));
    static final int REQUIRED = 9;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{17}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /// 人员行: somebody of the sheet, by account.
    ///
    /// @param known person who is registered already; null for a new one
    /// @param opened whether the account is there already
    record Somebody(String account, String name, @Nullable String identityNumber, @Nullable String phone, boolean device,
            @Nullable UUID known, boolean opened) {
    }

    record Appointment(String post, String account) {
    }

    /// What the sheet may ask identity about.
    interface Register {

        Optional<Account> account(String name);

        Optional<Person> byIdentityNumber(String number);
    }

    final List<SheetFault> faults = new ArrayList<>();
    final Map<String, Unit> newUnits = new LinkedHashMap<>();
    final Map<String, Post> newPosts = new LinkedHashMap<>();
    final Map<String, Somebody> people = new LinkedHashMap<>();
    final Set<Appointment> appointments = new LinkedHashSet<>();
    int rows;

    private final Organization before;
    private final Register register;
    private final LocalDate today;
    private final Map<String, String> sides = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();

    private Roster(Organization before, Register register, LocalDate today) {
        this.before = before;
        this.register = register;
        this.today = today;
    }

    static Roster read(String file, List<List<String>> cells, Organization before, Register register, LocalDate today) {
        return read(Table.of(file, cells, COLUMNS, REQUIRED), before, register, today);
    }

    static Roster read(Table table, Organization before, Register register, LocalDate today) {
        Roster roster = new Roster(before, register, today);
        roster.faults.addAll(table.faults());
        table.rows().forEach(roster::row);
        roster.rows = table.rows().size();
        roster.faults.sort(Comparator.comparingInt(SheetFault::line).thenComparingInt(SheetFault::column));
        return roster;
    }

    /// Accounts that are to be opened, each needing a first password.
    List<String> accountsToOpen() {
        return people.values().stream().filter(each -> !each.opened()).map(Somebody::account).toList();
    }

    private void row(Table.Row row) {
        Unit unit = unit(row);
        if (unit == null) {
            return;
        }
        Post post = row.get("post").isEmpty() ? null : post(row, unit);
        boolean named = !row.get("person").isEmpty() || !row.get("account").isEmpty();
        if (row.get("post").isEmpty() && !(row.get("post_kind") + row.get("post_name")).isEmpty()) {
            fault(row, "post", "post-missing", "填了岗位类型或名称，却没有岗位标识", "a kind or a name of a post is given, but no id");
        }
        if (named) {
            person(row, post);
        }
    }

    private @Nullable Unit unit(Table.Row row) {
        String id = row.get("unit");
        if (!ID.matcher(id).matches()) {
            return fault(row, "unit", "id-malformed", "标识应以小写字母开头，只含小写字母、数字和连字符，最多 40 个字符",
                    "an id begins with a lower-case letter and holds lower-case letters, digits and hyphens, 40 at most");
        }
        Unit known = before.unit(id).or(() -> Optional.ofNullable(newUnits.get(id))).orElse(null);
        String name = row.get("unit_name");
        if (known != null) {
            if (!known.inForce()) {
                return fault(row, "unit", "organization-ended", "机构“" + id + "”已撤销，标识不再改用", id + " was ended, and its id is not used again");
            }
            if (!name.isEmpty() && !name.equals(known.name())) {
                return fault(row, "unit_name", "name-differs", "“" + id + "”已名为“" + known.name() + "”", id + " has the name " + known.name() + " already");
            }
            return known;
        }
        OrganizationKind kind = kindOf(row.get("unit_kind"));
        if (kind == null) {
            return fault(row, "unit_kind", "organization-kind-unknown", "新机构须有类型：监督中心、指挥中心、责任单位、班组、领导办公室",
                    "a new organization needs a kind: SUPERVISION_CENTER, COMMAND_CENTER, UNIT, TEAM or OFFICE");
        }
        if (name.isEmpty()) {
            return fault(row, "unit_name", "name-missing", "新机构须有名称", "a new organization needs a name");
        }
        if (before.units().stream().anyMatch(each -> each.inForce() && each.name().equals(name))
                || newUnits.values().stream().anyMatch(each -> each.name().equals(name))) {
            return fault(row, "unit_name", "name-taken", "在用机构中已有“" + name + "”", "another organization has the name " + name);
        }
        String parent = row.get("parent").isEmpty() ? null : row.get("parent");
        Unit above = parent == null ? null : before.unit(parent).filter(Unit::inForce)
                .or(() -> Optional.ofNullable(newUnits.get(parent))).orElse(null);
        if (parent != null && above == null) {
            return fault(row, "parent", "no-such-organization", "没有上级机构“" + parent + "”；新的上级须写在本行之前",
                    "there is no organization " + parent + "; a new one stands before this row");
        }
        Axis axis = kind.axis().orElse(null);
        if (kind == OrganizationKind.TEAM) {
            if (above == null || above.axis() == null || above.axis() == Axis.LEADERSHIP) {
                return fault(row, "parent", "team-parent", "班组须隶属监督中心、指挥中心、责任单位或它们的班组",
                        "a team belongs to a center, a responsible unit or a team of one");
            }
            axis = above.axis();
        }
        Unit made = new Unit(id, name, kind, axis, parent, true, today, null);
        newUnits.put(id, made);
        return made;
    }

    private @Nullable Post post(Table.Row row, Unit unit) {
        String id = row.get("post");
        if (!ID.matcher(id).matches()) {
            return fault(row, "post", "id-malformed", "标识应以小写字母开头，只含小写字母、数字和连字符，最多 40 个字符",
                    "an id begins with a lower-case letter and holds lower-case letters, digits and hyphens, 40 at most");
        }
        Post known = before.post(id).or(() -> Optional.ofNullable(newPosts.get(id))).orElse(null);
        if (known != null) {
            if (!known.inForce()) {
                return fault(row, "post", "post-ended", "岗位“" + id + "”已撤销，标识不再改用", id + " was ended, and its id is not used again");
            }
            if (!known.organizationId().equals(unit.id())) {
                return fault(row, "post", "post-elsewhere", "岗位“" + id + "”属于“" + known.organizationId() + "”", id + " belongs to " + known.organizationId());
            }
            return known;
        }
        PostKind kind = postKindOf(row.get("post_kind"));
        if (kind == null) {
            return fault(row, "post_kind", "post-kind-unknown", "没有岗位类型“" + row.get("post_kind") + "”",
                    "there is no kind of post " + row.get("post_kind"));
        }
        if (!kind.side().equals(unit.side())) {
            return fault(row, "post_kind", "post-axis", "“" + kind.text().zh() + "”不能设在“" + unit.name() + "”：两者不在同一轴",
                    "a post of kind " + kind.word() + " cannot belong to " + unit.id() + ": not the same axis");
        }
        if (row.get("post_name").isEmpty()) {
            return fault(row, "post_name", "name-missing", "新岗位须有名称", "a new post needs a name");
        }
        Post made = Post.vacant(id, kind, unit.id(), row.get("post_name"));
        newPosts.put(id, made);
        return made;
    }

    private void person(Table.Row row, @Nullable Post post) {
        String account = row.get("account");
        String name = row.get("person");
        if (name.isEmpty()) {
            fault(row, "person", "name-missing", "有账号而没有姓名", "an account without a person's name");
            return;
        }
        if (!ACCOUNT.matcher(account).matches()) {
            fault(row, "account", "bad-account-name", "账号应为 2 到 40 个小写字母、数字、点、下划线或连字符",
                    "2 to 40 lower-case letters, digits, dots, underscores or hyphens");
            return;
        }
        String number = row.get("identity_number").isEmpty() ? null : row.get("identity_number").toUpperCase(java.util.Locale.ROOT);
        if (number != null && !rightNumber(number)) {
            fault(row, "identity_number", "identity-number-wrong", "不是有效的 18 位身份证号（校验码不符）", "not a valid identity number of 18 digits");
            return;
        }
        if (!row.get("device").matches("|是|否|yes|no")) {
            fault(row, "device", "yes-or-no", "应填“是”或“否”", "write yes or no");
            return;
        }
        Somebody here = somebody(row, account, name, number);
        if (here == null || post == null || !row.get("post").equals(post.id())) {
            return;
        }
        String side = sides.computeIfAbsent(account, each -> here.known() == null ? post.kind().side()
                : before.postsOf(here.known()).stream().map(held -> held.kind().side()).findFirst().orElse(post.kind().side()));
        if (!side.equals(post.kind().side())) {
            fault(row, "post", "other-axis", "“" + name + "”已在另一个轴任职，不能再任“" + post.name() + "”",
                    "the person sits on another axis and cannot hold " + post.id());
            return;
        }
        boolean holds = here.known() != null && before.post(post.id()).filter(each -> each.holders().contains(here.known())).isPresent();
        if (!holds) {
            appointments.add(new Appointment(post.id(), account));
        }
    }

    private @Nullable Somebody somebody(Table.Row row, String account, String name, @Nullable String number) {
        Somebody earlier = people.get(account);
        if (earlier != null) {
            return earlier.name().equals(name) ? earlier
                    : fault(row, "account", "account-twice", "账号“" + account + "”在本表中属于“" + earlier.name() + "”",
                            "the sheet gives the account " + account + " to " + earlier.name());
        }
        String twin = number == null ? null : numbers.putIfAbsent(number, account);
        if (twin != null) {
            return fault(row, "identity_number", "person-twice", "本表中账号“" + twin + "”是同一身份证号；同一个人用同一个账号",
                    "the sheet has this identity number under the account " + twin + "; one person, one account");
        }
        Optional<Account> opened = register.account(account);
        if (opened.isPresent() && !opened.get().personName().equals(name)) {
            return fault(row, "account", "account-exists", "账号“" + account + "”已属于“" + opened.get().personName() + "”",
                    "the account " + account + " belongs to " + opened.get().personName());
        }
        Optional<Person> known = number == null ? Optional.empty() : register.byIdentityNumber(number);
        if (known.isPresent() && !known.get().name().equals(name)) {
            return fault(row, "identity_number", "person-exists", "此身份证号登记的是“" + known.get().name() + "”",
                    "this identity number is registered for " + known.get().name());
        }
        UUID person = opened.map(Account::person).or(() -> known.map(Person::id)).orElse(null);
        Somebody made = new Somebody(account, name, number, row.get("phone").isEmpty() ? null : row.get("phone"),
                row.get("device").matches("是|yes"), person, opened.isPresent());
        people.put(account, made);
        return made;
    }

    private static @Nullable OrganizationKind kindOf(String word) {
        for (OrganizationKind kind : OrganizationKind.values()) {
            if (kind.text().zh().equals(word) || kind.name().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    private static @Nullable PostKind postKindOf(String word) {
        for (PostKind kind : PostKind.values()) {
            if (kind.text().zh().equals(word) || kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    /// GB 11643: the eighteenth place is the check character of the seventeen before.
    private static boolean rightNumber(String number) {
        if (!NUMBER.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11) == number.charAt(17);
    }

    private <T> @Nullable T fault(Table.Row row, String column, String code, String zh, String en) {
        SheetFault fault = row.fault(column, code, Text.of(zh, en));
        String shown = COLUMNS.stream().filter(each -> each.name().equals(column)).map(Table.Column::zh).findFirst().orElse(column);
        faults.add(new SheetFault(fault.file(), fault.line(), fault.column(), shown, code, fault.rule()));
        return null;
    }
}
