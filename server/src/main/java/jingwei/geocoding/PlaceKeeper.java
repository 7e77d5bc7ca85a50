package jingwei.geocoding;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jingwei.geocoding.places.PlaceFault;
import jingwei.geocoding.places.PlaceFile;
import jingwei.geocoding.store.PlaceStore;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.survey.file.SurveyFiles;
import jingwei.workcalendar.PlatformClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 地名维护: the only writer of places: load, edit, retire, publish; corrections become alias proposals (GCF-08, GCF-10).
///
/// Everything is proposed first and answers questions only after it was published; nothing is ever deleted.
@Component
public class PlaceKeeper {

    private static final int FAULTS_SHOWN = 200;
    private static final int LONGEST_ALIAS = 40;

    private final PlaceStore store;
    private final Geocoding geocoding;
    private final PlatformClock clock;

    PlaceKeeper(PlaceStore store, Geocoding geocoding, PlatformClock clock) {
        this.store = store;
        this.geocoding = geocoding;
        this.clock = clock;
    }

    /// 导入: proposes every place of a file, all of it or nothing.
    ///
    /// @throws RefusedException `places-not-utf8`, and `places-faulty` naming each faulty row
    @Transactional
    public int importFile(byte[] file, String by) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "places-not-utf8", Text.of("文件不是 UTF-8 编码", "the file is not UTF-8"),
                    Text.of("请另存为 UTF-8 编码的 CSV 后重新导入", "save the file as UTF-8 and import again")).under("GCF-08").asException();
        }
        return switch (read(new StringReader(text), store::has)) {
            case PlaceFile.Read.Sound sound -> {
                store.propose(withHistory(sound.places()), clock.now(), by, "导入");
                yield sound.places().size();
            }
            case PlaceFile.Read.Faulty faulty -> throw faulty(faulty.faults());
        };
    }

    /// 导入空间文件: the same from GeoJSON, a zipped Shapefile or GeoPackage in degrees or metres of CGCS2000.
    ///
    /// @throws RefusedException as of {@link SurveyFiles#open}, and `places-faulty` naming each faulty record
    @Transactional
    public int importShapes(byte[] file, String name, String by) {
        return switch (PlaceShapes.read(file, name, store::has)) {
            case PlaceFile.Read.Sound sound -> {
                store.propose(withHistory(sound.places()), clock.now(), by, "导入 " + name);
                yield sound.places().size();
            }
            case PlaceFile.Read.Faulty faulty -> throw faulty(faulty.faults());
        };
    }

    /// The file does not tell what became of a place and how it was called: that stays, but a place in force again has no successor.
    private List<Place> withHistory(List<Place> places) {
        Map<String, Succession> known = store.successions();
        return places.stream().map(place -> {
            Succession history = known.getOrDefault(place.id(), Succession.NONE);
            return place.with(place.validTo() == null ? history.to("") : history);
        }).toList();
    }

    private static PlaceFile.Read read(Reader text, Predicate<String> known) {
        try {
            return PlaceFile.read(text, known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RefusedException faulty(List<PlaceFault> faults) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "places-faulty",
                Text.of("地点文件有 " + faults.size() + " 处差错，未导入", "the places file has " + faults.size() + " faults; nothing was imported"),
                Text.of("请按所列差错修改后重新导入", "correct the faults listed and import again"))
                .missing(faults.stream().limit(FAULTS_SHOWN).map(PlaceFault::sentence).toList()).under("GCF-08").asException();
    }

    /// Proposes places that come from a program.
    @Transactional
    public void propose(List<Place> places, String by, String reason) {
        store.propose(places, clock.now(), by, reason);
    }

    /// 停用: proposes the end of a place; its names keep answering, for later days with what took over.
    ///
    /// @param successor 后继: id of the place that takes over; empty where none does
    /// @throws RefusedException `place-unknown`, `place-ends-before-it-begins`, `place-successor-ended`
    @Transactional
    public void retire(String id, LocalDate last, String successor, String by, String reason) {
        Place now = published(id);
        if (now.validFrom() != null && last.isBefore(now.validFrom())) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "place-ends-before-it-begins",
                    Text.of("停用日期早于启用日期 " + now.validFrom(), "the last day is before the first, " + now.validFrom()),
                    Text.of("请填不早于启用日期的日期", "give a day not before the first")).under("GCF-08").asException();
        }
        if (!successor.isEmpty()) {
            takesOver(now, published(successor), last);
        }
        store.propose(List.of(now.as(now.name(), now.standardName(), now.aliases(), last, now.succession().to(successor))), clock.now(), by, reason);
    }

    /// Nothing may follow itself, and what ended earlier takes nothing over.
    private static void takesOver(Place now, Place next, LocalDate last) {
        if (next.id().equals(now.id()) || next.validTo() != null && !next.validTo().isAfter(last)) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "place-successor-ended",
                    Text.of("后继地点 " + next.id() + " 就是它自己，或那时已停用", "the successor " + next.id() + " is the place itself or ends no later"),
                    Text.of("请填停用之后仍在用的另一个地点", "name another place that is in force afterwards")).under("GCF-08").asException();
        }
    }

    /// 改名: proposes another name for the same place; the old one is kept with its days and still found.
    ///
    /// @param from first day of the new name
    /// @throws RefusedException `place-unknown`, `place-name-unchanged`
    @Transactional
    public void rename(String id, String name, LocalDate from, String by, String reason) {
        Place now = published(id);
        if (name.equals(now.name())) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "place-name-unchanged",
                    Text.of("新名与现名相同", "the new name is the present one"),
                    Text.of("请填另一个名称", "give another name")).under("GCF-08").asException();
        }
        List<Succession.FormerName> before = now.succession().formerNames();
        LocalDate first = before.isEmpty() ? now.validFrom() : before.getLast().to().plusDays(1);
        if (first != null && !from.isAfter(first)) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "place-renamed-before-it-was-named",
                    Text.of("现名自 " + first + " 起使用，改名日期须在其后", "the present name is in use since " + first + "; the new one must begin later"),
                    Text.of("请填更晚的日期", "give a later day")).under("GCF-08").asException();
        }
        String standard = now.standardName().replace(now.name(), name);
        store.propose(List.of(now.as(name, standard, now.aliases(), now.validTo(),
                now.succession().after(new Succession.FormerName(now.name(), first, from.minusDays(1))))), clock.now(), by, reason);
    }

    /// 所属、后继与前身: the places around one in space and time. @throws RefusedException `place-unknown`
    public PlaceKin kin(String id) {
        Place now = published(id);
        return new PlaceKin(store.parents(now), now.succession().successor().isEmpty() ? List.of() : List.of(published(now.succession().successor())),
                store.predecessors(id), now.succession().formerNames());
    }

    /// Withdraws what is proposed for a place. @throws RefusedException `place-unknown`
    @Transactional
    public void decline(String id) {
        if (!store.decline(id)) {
            throw unknown(id);
        }
    }

    /// 发布: puts all proposals in force as one edition and replaces the gazetteer in memory; answers how many changed.
    public int publish(String by, String note) {
        int changes = store.publish(clock.now(), by, note);
        if (changes > 0) {
            geocoding.renew();
        }
        return changes;
    }

    public List<PlaceVersion> proposed(String after, int limit) {
        return store.proposed(after, limit);
    }

    /// All versions of a place, the newest first. @throws RefusedException `place-unknown`
    public List<PlaceVersion> history(String id) {
        List<PlaceVersion> all = store.history(id);
        if (all.isEmpty()) {
            throw unknown(id);
        }
        return all;
    }

    public List<PlaceEdition> editions() {
        return store.editions();
    }

    public List<AliasProposal> aliasProposals() {
        return store.aliases();
    }

    /// 更正: somebody put the words on a place; said often enough, they may become its alias.
    ///
    /// @throws RefusedException `place-unknown`
    @Transactional
    public void corrected(String words, String place) {
        published(place);
        String alias = words.strip();
        if (!alias.isEmpty() && alias.length() <= LONGEST_ALIAS && alias.indexOf('|') < 0) {
            store.corrected(place, alias, clock.now());
        }
    }

    /// Accepts or declines an alias proposal; an accepted one is proposed as a new version of the place.
    @Transactional
    public void settleAlias(String place, String alias, boolean accepted, String by) {
        if (!store.settleAlias(place, alias, accepted)) {
            throw unknown(place);
        }
        if (accepted) {
            Place now = published(place);
            List<String> aliases = new ArrayList<>(now.aliases());
            aliases.add(alias);
            store.propose(List.of(now.as(now.name(), now.standardName(), aliases, now.validTo(), now.succession())), clock.now(), by, "采纳别名 " + alias);
        }
    }

    private Place published(String id) {
        return store.history(id).stream().filter(one -> one.state() == PlaceVersion.State.PUBLISHED).findFirst().map(PlaceVersion::place)
                .orElseThrow(() -> unknown(id));
    }

    private static RefusedException unknown(String id) {
        return Refusal.of(Refusal.Kind.NOT_FOUND, "place-unknown", Text.of("没有地点 " + id, "there is no place " + id),
                Text.of("请核对地点标识码", "check the id of the place")).under("GCF-08").asException();
    }
}
