package jingwei.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingwei.identity.Account;
import jingwei.identity.Accounts;
import jingwei.identity.Permission;
import jingwei.identity.Person;
import jingwei.identity.SignedIn;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.organization.store.OrganizationStore;
import jingwei.organization.workbook.Workbooks;
import jingwei.standards.Refusal;
import jingwei.standards.Refusal.Kind;
import jingwei.standards.SheetFault;
import jingwei.standards.Table;
import jingwei.standards.Text;
import jingwei.workcalendar.PlatformClock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 花名册导入: units, posts and people from one sheet, all of it or nothing (APM-01).
///
/// First passwords come with the order to import and are kept as hashes only; no answer ever holds one. Each has to be changed at
/// the first sign-in.
@Component
public class RosterKeeper {

    /// A first password takes a twentieth of a second to hash; more people than this come in several sheets.
    private static final int MOST = 500;

    private final OrganizationStore store;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Journal journal;
    private final PlatformClock clock;

    RosterKeeper(OrganizationStore store, Organizations organizations, Accounts accounts, Journal journal, PlatformClock clock) {
        this.store = store;
        this.organizations = organizations;
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
    }

    /// 导入结果, or with faults what keeps the sheet from being imported.
    ///
    /// @param accounts  accounts that are to be opened, or were
    /// @param lacking   permissions that whoever asks would need for it
    public record Outcome(int rows, List<String> units, List<String> posts, List<String> people, int appointments,
            List<String> accounts, List<Permission> lacking, List<SheetFault> faults) {
    }

    /// 导入预览: nothing is written.
    @Transactional(readOnly = true)
    public Outcome preview(String file, byte[] bytes) {
        return outcome(read(file, bytes, store.load()));
    }

    /// 导入.
    ///
    /// @param passwords first password by account
    /// @throws RefusedException `roster-faulty`, `roster-permission`, `first-password-missing`, `roster-too-long`, `weak-password`
    @Transactional
    public Outcome bring(String file, byte[] bytes, Map<String, String> passwords) {
        store.begin();
        organizations.changed();
        Organization before = store.load();
        Roster roster = read(file, bytes, before);
        Outcome outcome = outcome(roster);
        refuse(outcome, passwords);
        try {
            roster.newUnits.values().forEach(unit -> {
                store.insert(unit);
                write(unit.id(), "organization-created", Map.of("name", unit.name(), "kind", unit.kind().name()));
            });
            roster.newPosts.values().forEach(post -> {
                store.insert(post);
                write(post.id(), "post-created", Map.of("name", post.name(), "kind", post.kind().word(), "organization", post.organizationId()));
            });
            Map<String, UUID> persons = new HashMap<>();
            roster.people.values().forEach(each -> persons.put(each.account(), settle(each, passwords)));
            for (Roster.Appointment appointment : roster.appointments) {
                UUID person = persons.get(appointment.account());
                if (SignedIn.find().filter(who -> who.person().equals(person)).isPresent()) {
                    throw OrganizationRefusals.own();
                }
                Post post = before.post(appointment.post()).orElseGet(() -> roster.newPosts.get(appointment.post()));
                store.hold(post, person, clock.now());
                write(post.id(), "post-assigned", Map.of("person", person));
            }
        } catch (DataIntegrityViolationException e) {
            throw Refusal.of(Kind.CONFLICT, "roster-conflict",
                    Text.of("花名册与现有数据冲突，整份未导入", "the sheet conflicts with what is there; nothing of it was imported"),
                    Text.of("请重新预览后再导入", "preview it again")).under("APM-01").asException();
        }
        write("roster", "roster-imported", Map.of("file", file, "rows", roster.rows, "accounts", outcome.accounts().size()));
        return outcome;
    }

    /// The headings with rows that show how it is filled in.
    public byte[] template() {
        List<List<String>> cells = new ArrayList<>();
        cells.add(Roster.COLUMNS.stream().map(Table.Column::zh).toList());
        cells.add(List.of("heating", "热力公司", "责任单位", "", "", "", "", "", "", "", "", ""));
        cells.add(List.of("heating", "", "", "", "heating-1", "处置人员", "热力公司处置人员", "韩春生", "heating-1", "", "13800000001", "否"));
        cells.add(List.of("heating-crew", "热力公司抢修班", "班组", "heating", "heating-crew-1", "处置人员", "抢修员", "郑有为", "heating-crew-1", "", "", "是"));
        return Workbooks.write("花名册", cells);
    }

    private UUID settle(Roster.Somebody each, Map<String, String> passwords) {
        UUID person = each.known() != null ? each.known() : accounts.createPerson(each.name(), each.identityNumber(), each.phone()).id();
        if (!each.opened()) {
            accounts.createAccount(person, each.account(), passwords.getOrDefault(each.account(), ""), true, each.device());
        }
        return person;
    }

    private void refuse(Outcome outcome, Map<String, String> passwords) {
        if (!outcome.faults().isEmpty()) {
            throw Refusal.of(Kind.UNPROCESSABLE, "roster-faulty",
                    Text.of("花名册有 " + outcome.faults().size() + " 处错误，整份未导入", "the sheet has " + outcome.faults().size() + " faults; nothing of it was imported"),
                    Text.of("请按所列的行和列更正后重新导入", "correct the rows and columns named and import it again")).under("APM-01")
                    .missing(outcome.faults().stream().limit(200).map(SheetFault::toString).toList()).asException();
        }
        if (!outcome.lacking().isEmpty()) {
            throw Refusal.of(Kind.NOT_ALLOWED, "roster-permission",
                    Text.of("这份花名册要做的事，当前岗位无权全部办理", "the post in use may not do all that this sheet asks for"),
                    Text.of("请由有权的管理员导入同一份表：已有的机构和岗位可以照写", "let the administrator who may import the same sheet; what is there already may stand in it"))
                    .under("APM-02").missing(outcome.lacking().stream().map(Permission::zh).toList()).asException();
        }
        if (outcome.accounts().size() > MOST) {
            throw Refusal.of(Kind.UNPROCESSABLE, "roster-too-long",
                    Text.of("一次最多开 " + MOST + " 个账号", MOST + " accounts at most are opened at once"),
                    Text.of("请分成几份导入", "import it in several sheets")).under("APM-01").asException();
        }
        List<String> without = outcome.accounts().stream().filter(account -> passwords.getOrDefault(account, "").isBlank()).toList();
        if (!without.isEmpty()) {
            throw Refusal.of(Kind.UNPROCESSABLE, "first-password-missing",
                    Text.of("有账号没有首个口令", "accounts lack a first password"),
                    Text.of("请为每个新账号给出首个口令", "give one for every new account")).under("SEC-06").missing(without).asException();
        }
    }

    private static Outcome outcome(Roster roster) {
        List<Permission> lacking = new ArrayList<>();
        Optional<SignedIn> who = SignedIn.find();
        List<String> open = roster.accountsToOpen();
        who.ifPresent(speaker -> {
            if (!roster.newUnits.isEmpty() || !roster.newPosts.isEmpty()) {
                lacking.add(Permission.ORGANIZATION_EDIT);
            }
            if (!open.isEmpty()) {
                lacking.add(Permission.ACCOUNT_EDIT);
            }
            if (!roster.appointments.isEmpty()) {
                lacking.add(Permission.APPOINT);
            }
            lacking.removeIf(speaker::may);
        });
        return new Outcome(roster.rows, roster.newUnits.values().stream().map(Unit::name).toList(),
                roster.newPosts.values().stream().map(Post::name).toList(),
                roster.people.values().stream().filter(each -> each.known() == null).map(Roster.Somebody::name).toList(),
                roster.appointments.size(), open, lacking, List.copyOf(roster.faults));
    }

    private Roster read(String file, byte[] bytes, Organization before) {
        Roster.Register register = new Roster.Register() {
            @Override
            public Optional<Account> account(String name) {
                return accounts.named(name.toLowerCase(Locale.ROOT));
            }

            @Override
            public Optional<Person> byIdentityNumber(String number) {
                return accounts.byIdentityNumber(number);
            }
        };
        return Workbooks.isWorkbook(bytes) ? Roster.read(file, Workbooks.read(bytes), before, register, clock.today())
                : Roster.read(Table.of(file, bytes, Roster.COLUMNS, Roster.REQUIRED), before, register, clock.today());
    }

    private void write(String subject, String action, Map<String, ?> detail) {
        journal.write(JournalEntry.Kind.DATA_CHANGE, subject, action, detail);
    }
}
