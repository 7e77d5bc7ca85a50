package jingwei.geocoding.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import jingwei.geocoding.Answer;
import jingwei.geocoding.Found;
import jingwei.geocoding.Grade;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceKind;
import jingwei.geocoding.Question;
import jingwei.geocoding.index.Atlas;
import jingwei.geocoding.index.Codes;
import jingwei.geocoding.index.Names;
import jingwei.geocoding.match.Reading.Core;
import jingwei.geocoding.match.Settler.Outcome;
import jingwei.geocoding.match.Token.Part;
import jingwei.geocoding.text.Characters;
import jingwei.geocoding.text.Written;
import jingwei.grid.LocalPlane;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/// 地址匹配: from a person's words to graded spots (GCF-02).
///
/// Names as written decide first. Only where something stays unexplained are names of the same sound or shape tried, then spelling;
/// so a right word is never corrected into another one.
public final class Matcher {

    /// Longer texts are no addresses.
    public static final int LONGEST = 500;
    private static final Pattern COORDINATES = Pattern.compile("[\\s(（\\[]*-?\\d{1,3}(\\.\\d+)?[\\s,，;]+-?\\d{1,3}(\\.\\d+)?[\\s)）\\]]*");

    private final Atlas atlas;
    private final Scanner scanner;
    private final Reader reader;
    private final Settler settler;
    private final Beginnings beginnings;
    private final NowCalled nowCalled;

    public Matcher(Atlas atlas, Suggester suggester) {
        this.atlas = atlas;
        String home = "";
        for (Place place : atlas.places()) {
            if (place.regionCode().length() >= 4) {
                home = place.regionCode();
                break;
            }
        }
        this.scanner = new Scanner(atlas, new Foreign(home.isEmpty() ? Foreign.code(atlas.city()) : home));
        this.reader = new Reader(atlas);
        this.settler = new Settler(atlas);
        this.nowCalled = new NowCalled(atlas);
        this.beginnings = new Beginnings(atlas, settler.fit(), suggester);
    }

    public Answer search(Question question) {
        String said = question.text();
        if (said.isBlank()) {
            return nothing("empty", "没有填写地址");
        }
        if (said.length() > LONGEST) {
            return nothing("too-long", "地址超过 " + LONGEST + " 个字");
        }
        if (COORDINATES.matcher(said).matches()) {
            return nothing("coordinates", "这是坐标，请用逆向查询，经度在前");
        }
        Written text = Written.of(said);
        if (text.length() == 0) {
            return nothing("nothing-readable", "没有可以识别的文字");
        }
        Answer answer = answer(text, question);
        if (answer instanceof Answer.Nothing && mixed(text)) {
            Answer spelled = answer(Written.of(spelledOut(text)), question);
            return spelled instanceof Answer.Spots ? spelled : answer;
        }
        return answer;
    }

    private static boolean mixed(Written text) {
        int letters = 0;
        int characters = 0;
        for (char it : text.letters()) {
            letters += it >= 'a' && it <= 'z' ? 1 : 0;
            characters += it > 0x4e00 ? 1 : 0;
        }
        return letters >= 2 && characters >= 1;
    }

    private static String spelledOut(Written text) {
        StringBuilder out = new StringBuilder();
        for (char it : text.letters()) {
            String[] readings = Characters.readings(it);
            out.append(readings.length == 0 ? String.valueOf(it) : readings[0]);
        }
        return out.toString();
    }

    private Answer answer(Written text, Question question) {
        List<Element> elements = scanner.written(text);
        elements.addAll(scanner.spelled(text));
        List<Token> tokens = scanner.cut(text, elements);
        List<Reading> readings = readings(text, tokens, elements);
        boolean[] open = open(text, tokens);
        if (open != null) {
            List<Element> similar = scanner.similar(text, open);
            if (!similar.isEmpty()) {
                similar.addAll(elements);
                tokens = scanner.cut(text, similar);
                readings = readings(text, tokens, similar);
            }
        }
        int foreign = abroad(text, tokens);
        Answer answer = foreign >= 0 ? nothing("another-city", "") : choose(text, tokens, readings, question);
        boolean more = !readings.isEmpty() && readings.getFirst().core() instanceof Core.InArea in && in.area().to() < text.length();
        if (answer instanceof Answer.Nothing || more) {
            List<Settled> meant = begun(text, tokens, question);
            if (!meant.isEmpty()) {
                return new Answer.Spots(meant.stream().map(spot -> found(spot, List.of())).toList());
            }
        }
        if (foreign >= 0) {
            Token token = tokens.get(foreign);
            return nothing("another-city", "“" + text.text(token.from(), token.to()) + "”不在本平台范围内");
        }
        return answer;
    }

    /// What a name that is not written out may mean; areas in front of it are where it is looked for.
    private List<Settled> begun(Written text, List<Token> tokens, Question question) {
        int behind = 0;
        List<List<Integer>> areas = new ArrayList<>();
        for (Token token : tokens) {
            Element element = token.element();
            boolean area = token.part() == Part.HOME || element != null && reader.isArea(element, true) && !reader.isRoad(element);
            if (!area || token.to() >= text.length()) {
                break;
            }
            behind = token.to();
            if (element != null) {
                areas.add(settler.fit().areas(element, question.asOf()));
            }
        }
        List<Settled> meant = beginnings.of(text, behind, areas, question);
        return meant.isEmpty() && behind > 0 ? beginnings.of(text, 0, List.of(), question) : meant;
    }

    private List<Reading> readings(Written text, List<Token> tokens, List<Element> elements) {
        List<Reading> readings = reader.read(text, tokens);
        if (!readings.isEmpty() && crossing(readings.getFirst()) || tokens.stream().noneMatch(this::hidesRoad)) {
            return readings;
        }
        // 解放路口 may be a bus stop; beside another road it is the crossing.
        List<Element> plain = elements.stream().filter(element -> reader.isRoad(element) || reader.isArea(element, true)).toList();
        List<Reading> other = reader.read(text, scanner.cut(text, plain));
        boolean better = !other.isEmpty() && crossing(other.getFirst());
        return better ? other : readings;
    }

    private static boolean crossing(Reading reading) {
        return reading.core() instanceof Core.AtCrossing at && at.named() || reading.core() instanceof Core.AlongStretch;
    }

    /// A name of a place whose beginning is a road and whose end is the word for a crossing.
    private boolean hidesRoad(Token token) {
        Element element = token.element();
        return element != null && reader.isSpot(element) && (element.word().endsWith("口") || element.word().endsWith("段"));
    }

    private boolean @Nullable [] open(Written text, List<Token> tokens) {
        boolean[] open = new boolean[text.length()];
        int count = 0;
        for (Token token : tokens) {
            boolean unread = token.part() == Part.OTHER
                    || token.length() == 1 && token.part() != Part.NAME && text.at(token.from()) > 0x4e00;
            if (unread) {
                for (int i = token.from(); i < token.to(); i++) {
                    open[i] = true;
                    count += token.part() == Part.OTHER ? 1 : 0;
                }
            }
            // A short name may be the rest of a longer one with a wrong letter.
            if (token.element() != null && token.length() == 2) {
                open[token.from()] = true;
            }
        }
        return count >= 1 ? open : null;
    }

    /// Index of the name of another city that the address begins with, or -1.
    private int abroad(Written text, List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            // 西安 before a road is the city; before anything else it may be part of a name.
            boolean clipped = token.length() == 2 && text.length() > 2 && (i + 1 >= tokens.size() || tokens.get(i + 1).part() != Part.NAME);
            if (token.part() == Part.FOREIGN && !clipped) {
                return i;
            }
            Element element = token.element();
            if (element != null && !reader.isArea(element, false)) {
                return -1;
            }
        }
        return -1;
    }

    private Answer choose(Written text, List<Token> tokens, List<Reading> readings, Question question) {
        Outcome first = null;
        Reading firstReading = null;
        for (Reading reading : readings) {
            boolean strong = reading.core() instanceof Core.AtSpot spot ? spot.spot().weight() >= 9
                    : !(reading.core() instanceof Core.OnRoad || reading.core() instanceof Core.InArea);
            if (first != null && !strong) {
                continue;
            }
            Outcome outcome = settler.settle(reading, question.asOf());
            if (first == null) {
                first = outcome;
                firstReading = reading;
                boolean contradiction = !outcome.spots().isEmpty() && outcome.spots().getFirst().grade() == Grade.CONFLICT;
                if (outcome.confident() || contradiction || reading.core() instanceof Core.Unknown) {
                    break;
                }
            } else if (outcome.confident() && outcome.spots().size() == 1 && consistent(first, outcome.spots().getFirst())) {
                first = outcome;
                firstReading = reading;
                break;
            }
        }
        if (first == null || firstReading == null) {
            return nothing("not-understood", "没有识别出地名库中的地名");
        }
        if (first.spots().isEmpty()) {
            return new Answer.Nothing(Objects.requireNonNullElse(first.code(), "not-found"), first.reason(),
                    first.understood().stream().map(place -> atlas.place(place).id()).distinct().toList());
        }
        return new Answer.Spots(found(text, firstReading, first.spots(), question));
    }

    /// Whether a surer reading agrees with what an unsure one left open. One that only drops what the other could not find, such as
    /// the building of a known quarter, is not surer.
    private static boolean consistent(Outcome unsure, Settled sure) {
        if (!unsure.spots().isEmpty() && unsure.spots().getFirst().places().containsAll(sure.places())) {
            return false;
        }
        return unsure.spots().isEmpty() || unsure.spots().stream().anyMatch(spot -> spot.grade() == Grade.AREA
                || Math.hypot(spot.x() - sure.x(), spot.y() - sure.y()) < 300);
    }

    private List<Found> found(Written text, Reading reading, List<Settled> spots, Question question) {
        String left = spots.stream().anyMatch(spot -> spot.grade().confident()) ? Unreckoned.in(text, reading) : "";
        List<Settled> ordered = new ArrayList<>(nowCalled.tell(spots.stream().map(spot -> Unreckoned.judge(spot, left)).toList(), reading, question.asOf()));
        String area = question.area();
        if (area != null && ordered.size() > 1) {
            String wanted = Codes.now(area);
            List<Settled> inside = ordered.stream().filter(spot -> spot.places().stream()
                    .anyMatch(place -> Codes.now(atlas.place(place).code()).startsWith(wanted))).toList();
            ordered = inside.isEmpty() ? ordered : new ArrayList<>(inside.size() == 1 ? List.of(surer(inside.getFirst())) : inside);
        }
        if (question.near() != null) {
            Coordinate near = atlas.plane().toMeters(new Coordinate(question.near().longitude(), question.near().latitude()));
            ordered.sort(Comparator.comparingDouble(spot -> Math.hypot(spot.x() - near.x, spot.y() - near.y)));
            if (ordered.size() > 1 && ordered.getFirst().grade() == Grade.AMBIGUOUS) {
                double nearest = Math.hypot(ordered.getFirst().x() - near.x, ordered.getFirst().y() - near.y);
                double next = Math.hypot(ordered.get(1).x() - near.x, ordered.get(1).y() - near.y);
                if (nearest < 1000 && next > 3 * nearest) {
                    ordered.set(0, surer(ordered.getFirst()));
                }
            }
        }
        List<String> matched = matched(text, reading);
        return ordered.stream().limit(Math.max(1, Math.min(Question.MOST, question.limit()))).map(spot -> found(spot, matched)).toList();
    }

    /// What was one of several becomes the one where the asker's place decides.
    private static Settled surer(Settled spot) {
        if (spot.grade() != Grade.AMBIGUOUS) {
            return spot;
        }
        Grade grade = switch (spot.kind()) {
            case "crossing", "segment" -> spot.way().isEmpty() || spot.kind().equals("segment") ? Grade.CROSSING : Grade.OFFSET;
            case "road", "city", "district", "street", "community" -> Grade.AREA;
            default -> spot.places().size() == 3 ? Grade.INTERPOLATED : Grade.EXACT;
        };
        return spot.graded(grade, 1.2, "按所在区域取其一");
    }

    private Found found(Settled spot, List<String> matched) {
        LocalPlane plane = atlas.plane();
        List<double[]> way = spot.way().stream().map(at -> degrees(plane, at[0], at[1])).toList();
        double[] at = Double.isNaN(spot.x()) ? new double[] {Double.NaN, Double.NaN} : degrees(plane, spot.x(), spot.y());
        String text = spot.because().isEmpty() ? spot.text() : spot.text() + "（" + spot.because() + "）";
        return new Found(spot.grade(), Math.min(1, spot.score()), spot.kind(),
                spot.places().stream().map(place -> atlas.place(place).id()).toList(), at[0], at[1], text, matched, way, spot.radius());
    }

    private static double[] degrees(LocalPlane plane, double x, double y) {
        Coordinate degrees = plane.toDegrees(x, y);
        return new double[] {Math.round(degrees.x * 1e7) / 1e7, Math.round(degrees.y * 1e7) / 1e7};
    }

    /// The kind a word is surest of: 长安路 is a road before it is short for a subdistrict.
    private PlaceKind kind(Element element) {
        int best = element.places()[0];
        for (int entry : element.places()) {
            best = Names.use(entry).ordinal() < Names.use(best).ordinal() ? entry : best;
        }
        return atlas.place(best >> 3).kind();
    }

    private List<String> matched(Written text, Reading reading) {
        List<String> parts = new ArrayList<>();
        for (Element element : Settler.elements(reading)) {
            PlaceKind kind = kind(element);
            parts.add(kind.zh() + " " + element.word());
        }
        if (reading.core() instanceof Core.AtPlate plate) {
            parts.add("门牌 " + plate.number().key() + "号");
        } else if (reading.core() instanceof Core.AtBuilding building) {
            parts.add("楼号 " + building.number());
        }
        for (Token leg : reading.tail().legs()) {
            parts.add("偏移 " + text.text(leg.from(), leg.to()));
        }
        if (reading.tail().hasSide()) {
            parts.add("方位 " + Tails.wind(reading.tail().side()));
        }
        return parts;
    }

    private static Answer nothing(String code, String reason) {
        return new Answer.Nothing(code, reason, List.of());
    }
}
