package jingwei.demonstration;

import static jingwei.organization.OrganizationKind.UNIT;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jingwei.basemap.LayerKeeper;
import jingwei.catalog.SheetKeeper;
import jingwei.catalog.desk.Phrases;
import jingwei.component.Components;
import jingwei.component.town.Furniture;
import jingwei.demonstration.AccountsPaper.AccountLine;
import jingwei.exchange.join.Joining;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceKeeper;
import jingwei.geocoding.town.TownPlaces;
import jingwei.grid.DutyGrid;
import jingwei.grid.GridKeeper;
import jingwei.grid.LandDraft;
import jingwei.grid.UnitGrid;
import jingwei.grid.town.Town;
import jingwei.grid.town.TownPlan;
import jingwei.identity.Accounts;
import jingwei.organization.OrganizationKeeper;
import jingwei.organization.PostKind;
import jingwei.organization.Shift;
import jingwei.process.Processes;
import jingwei.standards.Text;
import jingwei.tenancy.Platform;
import jingwei.tenancy.PlatformId;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.Calendars;
import jingwei.workcalendar.PlatformClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// 演示数据: sets up a city and a county in an empty system, as an administrator would, and writes their accounts down.
@Component
class Demonstration implements ApplicationRunner {

    private static final long SEED = 4103;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Platforms platforms;
    private final Calendars calendars;
    private final GridKeeper land;
    private final Components components;
    private final PlaceKeeper places;
    private final LayerKeeper layers;
    private final OrganizationKeeper organization;
    private final Accounts accounts;
    private final SheetKeeper sheets;
    private final Phrases library;
    private final Processes processes;
    private final Clock wall;
    private final PlatformClock clock;
    private final TransactionTemplate transaction;
    private final Joining joining;
    private final boolean wanted;
    private final String begins;
    private final boolean county;
    private final AccountsPaper paper;

    Demonstration(Platforms platforms, Calendars calendars, GridKeeper land, Components components, PlaceKeeper places,
            LayerKeeper layers, OrganizationKeeper organization, Accounts accounts, SheetKeeper sheets, Phrases library, Processes processes, Clock wall, PlatformClock clock, Joining joining,
            org.springframework.transaction.PlatformTransactionManager transactions,
            @Value("${jingwei.demo:false}") boolean wanted, @Value("${jingwei.data}") String data,
            @Value("${jingwei.demo-clock:}") String begins, @Value("${jingwei.demo-county:false}") boolean county) {
        this.platforms = platforms;
        this.calendars = calendars;
        this.land = land;
        this.components = components;
        this.places = places;
        this.layers = layers;
        this.organization = organization;
        this.accounts = accounts;
        this.sheets = sheets;
        this.library = library;
        this.processes = processes;
        this.wall = wall;
        this.clock = clock;
        this.joining = joining;
        this.transaction = new TransactionTemplate(transactions);
        this.wanted = wanted;
        this.begins = begins;
        this.county = county;
        this.paper = new AccountsPaper(Path.of(data));
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!wanted || !platforms.all().isEmpty() && !paper.begun()) {
            return;
        }
        platform("luoyang", Text.of("洛阳市", "Luoyang"), "4103", Platform.OperatingModel.TWO_LEVEL,
                Platform.Standing.LIVE, TownPlan.luoyang(), 8);
        platform("xinan", Text.of("新安县", "Xin'an county"), "410323", Platform.OperatingModel.ONE_LEVEL,
                Platform.Standing.TRIAL, TownPlan.xinan(), 4);
        join();
        paper.finish();
    }

    /// One platform in one transaction; one that a start cut short has set up stays as it is.
    private void platform(String id, Text name, String region, Platform.OperatingModel model,
            Platform.Standing standing, TownPlan plan, int collectors) {
        PlatformId platform = PlatformId.of(id);
        if (platforms.find(platform).isPresent()) {
            return;
        }
        say("建立平台 setting up " + name.zh());
        Tenancy.run(platform, () -> transaction.executeWithoutResult(status -> {
            platforms.create(new Platform(platform, name, region, model,
                    id.equals("luoyang") ? Platform.Hosting.OWN : Platform.Hosting.HOSTED, standing,
                    standing == Platform.Standing.LIVE ? wall.instant() : null));
            if (!begins.isBlank()) {
                clock.startAt(Instant.parse(begins));
            }
            calendars.createStandard(platform);
            processes.publish(processes.standard().text(), "administrator-1", wall.instant());
            Town town = Town.draw(SEED, plan);
            LocalDate from = LocalDate.of(2024, 1, 1);
            land.importLand(id.equals("luoyang") && county ? withCounty(town.draft(), Town.draw(SEED, TownPlan.xinan()).draft()) : town.draft(), from);
            components.add(Furniture.draw(SEED, town));
            List<Place> names = TownPlaces.draw(SEED, town);
            places.propose(names, "administrator-1", "示范数据");
            places.publish("administrator-1", "示范数据");
            TownFrame.draw(SEED, town, names).forEach((layer, set) ->
                    layers.replace(layer, set, "administrator-1", "示范数据"));
            sheets.createStandard();
            Cast cast = Cast.of(collectors);
            List<AccountLine> lines = people(id, cast);
            duties(town.map().dutyGrids(), collectors);
            sheets.setResponsibilities(1, Cast.responsibilities());
            sheets.publish(1, null);
            Library.papers().forEach(library::keep);
            lines.addAll(crew(id));
            if (id.equals("luoyang")) {
                lines.add(countyDesk());
            }
            paper.keep(platforms.all().stream().map(each -> each.id().value()).filter(each -> !each.equals(id)).collect(Collectors.toSet()), lines);
        }));
    }

    /// 市级底图含县, where `JINGWEI_DEMO_COUNTY` asks for it: the city's map shows the county's cells too, so that it can hand down what lies there. Who walks them is the
    /// county's business.
    private static LandDraft withCounty(LandDraft city, LandDraft county) {
        List<UnitGrid> cells = new ArrayList<>(city.cells());
        cells.addAll(county.cells());
        return new LandDraft(city.regions(), city.successors(), cells, city.dutyGrids());
    }

    /// 县平台的责任单位: who stands for the county at the city.
    private AccountLine countyDesk() {
        organization.createUnit("xinan-platform", "新安县平台", UNIT, null, true);
        organization.createPost("xinan-platform-1", PostKind.PARTNER, "xinan-platform", "新安县平台交换岗位");
        UUID person = accounts.createPerson("新安县平台", null, null).id();
        String password = password();
        accounts.createAccount(person, "xinan-platform-1", password, false, false);
        organization.assign("xinan-platform-1", person);
        return new AccountLine("luoyang", PostKind.PARTNER.word(), "xinan-platform-1", password);
    }

    /// 接入: the hosted county joins the city as a remote one would, by a one-time code (建租结合). Done twice it has the effect of one.
    private void join() {
        PlatformId city = PlatformId.of("luoyang");
        PlatformId county = PlatformId.of("xinan");
        String code = Tenancy.within(city, () -> transaction.execute(status -> joining.invite(county, "xinan-platform").code()));
        Tenancy.run(county, () -> transaction.executeWithoutResult(status -> joining.join("loopback", code, "loopback", "partner-platform")));
        say("新安县已接入洛阳市 xinan has joined luoyang");
    }

    private List<AccountLine> people(String platform, Cast cast) {
        cast.bodies().forEach(body -> organization.createUnit(body.id(), body.name(), body.kind(), null, body.joined()));
        List<AccountLine> lines = new ArrayList<>();
        for (Cast.Seat seat : cast.seats()) {
            organization.createPost(seat.post(), seat.kind(), seat.body(), seat.name());
            if (seat.person().isEmpty()) {
                continue;
            }
            // A short number of an office's own exchange: nobody outside has it.
            UUID person = accounts.createPerson(seat.person(), null, "6" + String.format(java.util.Locale.ROOT, "%04d", lines.size() + 1)).id();
            String password = password();
            accounts.createAccount(person, seat.post(), password, false, false);
            organization.assign(seat.post(), person);
            lines.add(new AccountLine(platform, seat.kind().word(), seat.post(), password));
        }
        say("  " + lines.size() + " 个账号 accounts");
        return lines;
    }

    /// 班组: the water company's repair crew, to which it hands cases on (MDI-02).
    private List<AccountLine> crew(String platform) {
        organization.createUnit("water-crew", "供水公司抢修班", UNIT, "water", true);
        List<AccountLine> lines = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            String post = "water-crew-" + i;
            organization.createPost(post, PostKind.HANDLER, "water-crew", "抢修员" + i);
            UUID person = accounts.createPerson("抢修员" + i, null, null).id();
            String password = password();
            accounts.createAccount(person, post, password, false, false);
            organization.assign(post, person);
            lines.add(new AccountLine(platform, PostKind.HANDLER.word(), post, password));
        }
        return lines;
    }

    private void duties(List<DutyGrid> grids, int collectors) {
        Shift day = new Shift("day", "白班", LocalTime.of(7, 0), LocalTime.of(21, 0));
        organization.putShift(day);
        for (int i = 0; i < grids.size(); i++) {
            // Two collectors to a grid, so that the one who reported need not be the one who checks.
            for (int shift = 0; shift < 2; shift++) {
                organization.addDuty(PostKind.COLLECTOR.word() + "-" + ((i + shift * (collectors / 2)) % collectors + 1),
                        grids.get(i).code(), day.id(), EnumSet.allOf(DayOfWeek.class),
                        clock.today(), null);
            }
        }
    }

    private static String password() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder("J7-");
        for (int i = 0; i < 12; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private static void say(String step) {
        System.out.println("[经纬] " + step);
    }
}
