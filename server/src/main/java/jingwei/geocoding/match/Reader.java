package jingwei.geocoding.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingwei.geocoding.PlaceKind;
import jingwei.geocoding.index.Atlas;
import jingwei.geocoding.index.BuildingNumber;
import jingwei.geocoding.index.NameUse;
import jingwei.geocoding.index.Names;
import jingwei.geocoding.index.PlateNumber;
import jingwei.geocoding.match.Reading.Core;
import jingwei.geocoding.match.Reading.Tail;
import jingwei.geocoding.match.Token.Part;
import jingwei.geocoding.text.Written;
import org.jspecify.annotations.Nullable;

/// 语法: reads the words of a text as plates, crossings, parts of roads, buildings, landmarks, roads and areas, with what follows.
final class Reader {

    private static final String COUNTED = "路米车个处棵名辆家多余点时天次人台盏块条根起件元年月日楼层mk线";
    private static final Pattern ROAD = Pattern.compile("[\\p{IsHan}]{1,8}?(大道|大街|胡同|[路街巷道])$");
    private static final Pattern NO_ROAD = Pattern.compile(
            ".*(马路|道路|公路|铁路|沿路|一路|走路|修路|挡路|堵路|占路|的路|条路|这条街|一条街|街道|人行道|车道|通道|下水道|管道|过道|报道|知道|便道|辅道|渠道|轨道|步道|河道|车行道|盲道)$");
    private static final Pattern SPOT = Pattern.compile(
            "[\\p{IsHan}a-z0-9]{2,12}(大厦|小区|花园|广场|医院|学校|小学|中学|大学|酒店|宾馆|饭店|超市|市场|公园|家属院|社区|大桥|车站|公司|商场|百货|新村|佳苑|商城|银行)$");
    private static final Pattern AREA = Pattern.compile("[\\p{IsHan}]{1,4}(区|县|市|街道|街道办事处|办事处|镇|乡|社区)$");
    private static final Pattern FACILITY = Pattern.compile(
            "[\\p{IsHan}]{0,5}?(小学|中学|学校|校区|医院|分院|银行|支行|酒店|宾馆|饭店|超市|市场|公园|小区|花园|家园|大厦|公司|派出所|社区|街道|办事处|幼儿园|博物馆|步行街|广场|分店|店|厂)");
    /// 一期 and 西区 behind a quarter that the gazetteer knows without phases: which of its buildings is meant is not known.
    private static final Pattern PHASE = Pattern.compile("[一二三四五六七八九1-9]期|[东南西北a-g]区");
    private static final Pattern LEAD_IN = Pattern.compile("^.*?(位于|坐落于|坐落在|反映|市民|来电|发现|地址是|地址为|地址|地点|投诉|举报|在于|家住|住在|就在|在)");

    private static final Pattern AROUND = Pattern.compile("(附近|周边|周围)的?[\\p{IsHan}]{0,4}(小学|中学|学校|医院|银行|酒店|宾馆|饭店|超市|市场|公园|小区|派出所|公厕|加油站|药店)$");

    private final Atlas atlas;

    Reader(Atlas atlas) {
        this.atlas = atlas;
    }

    /// All sensible readings, the one that says most first; empty where nothing was understood.
    List<Reading> read(Written text, List<Token> tokens) {
        return new Pass(text, tokens).read();
    }

    boolean isRoad(Element element) {
        return any(element, place -> atlas.place(place).kind() == PlaceKind.ROAD);
    }

    boolean isSpot(Element element) {
        return any(element, place -> {
            PlaceKind kind = atlas.place(place).kind();
            return !kind.isArea() && kind != PlaceKind.ROAD;
        });
    }

    /// An area; with `surely`, not by a form that is also something else's name.
    boolean isArea(Element element, boolean surely) {
        for (int entry : element.places()) {
            if (atlas.place(entry >> 3).kind().isArea() && (!surely || Names.use(entry) != NameUse.LOOSE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean any(Element element, IntPredicate wanted) {
        for (int entry : element.places()) {
            if (wanted.test(entry >> 3)) {
                return true;
            }
        }
        return false;
    }

    /// Reading of one text.
    private final class Pass {

        private final Written text;
        private final List<Token> tokens;
        private final boolean[] used;

        Pass(Written text, List<Token> tokens) {
            this.text = text;
            this.tokens = tokens;
            this.used = new boolean[tokens.size()];
        }

        List<Reading> read() {
            List<Reading> found = new ArrayList<>();
            chains(found);
            plates(found);
            buildings(found);
            Core.Unknown unknown = found.isEmpty() ? unknown() : null;
            spots(found);
            if (unknown == null && found.isEmpty()) {
                unknown = unknown();
            }
            if (unknown != null && found.stream().noneMatch(one -> one.core() instanceof Core.AtSpot spot
                    && spot.spot().weight() >= 9)) {
                found.addFirst(new Reading(unknown, areas(null), Tail.NONE, List.of()));
                return found;
            }
            roads(found);
            lastArea(found);
            return found;
        }

        private @Nullable Element name(int i) {
            return i >= 0 && i < tokens.size() ? tokens.get(i).element() : null;
        }

        private boolean road(int i) {
            Element element = name(i);
            return element != null && isRoad(element);
        }

        private Part part(int i) {
            return i >= 0 && i < tokens.size() ? tokens.get(i).part() : Part.OTHER;
        }

        /// Roads one after the other with connecting words only between them.
        private void chains(List<Reading> found) {
            for (int i = 0; i < tokens.size(); i++) {
                if (!road(i)) {
                    continue;
                }
                Chain chain = chain(i);
                if (chain.roads.size() >= 2) {
                    Reading reading = reading(chain);
                    if (reading != null) {
                        found.add(reading);
                        return;
                    }
                }
            }
        }

        private Chain chain(int first) {
            Chain chain = new Chain();
            chain.add(first, Objects.requireNonNull(name(first)), new Link());
            int at = first + 1;
            Link link = new Link();
            int filler = 0;
            while (at < tokens.size() && chain.roads.size() < 4) {
                Token token = tokens.get(at);
                if (road(at)) {
                    chain.add(at, Objects.requireNonNull(token.element()), link);
                    link = new Link();
                    filler = 0;
                } else {
                    boolean goes = switch (token.part()) {
                        case JOIN -> link.join = true;
                        case TO -> link.to = true;
                        case FROM -> link.from = true;
                        case ALONG -> link.along = true;
                        case CROSSING -> {
                            boolean again = link.crossing;
                            link.crossing = true;
                            yield !again;
                        }
                        case STRETCH -> {
                            link.stretch = true;
                            yield chain.roads.size() == 2;
                        }
                        case SIDE, HOME -> true;
                        case NAME -> isArea(Objects.requireNonNull(token.element()), false);
                        case OTHER -> ++filler <= 2;
                        case LEG -> {
                            // 解放路以东50米中州中路: the way to walk stands between the roads.
                            boolean between = chain.roads.size() == 1 && road(at + 1) && !Double.isNaN(token.angle());
                            link.leg = between ? token : null;
                            yield between;
                        }
                        case PLATE, BUILDING, NEAR, FOREIGN -> false;
                    };
                    if (!goes) {
                        break;
                    }
                }
                at++;
            }
            return chain;
        }

        private @Nullable Reading reading(Chain chain) {
            int last = chain.last();
            int behind = last + 1;
            while (part(behind) == Part.OTHER && behind < tokens.size() && "的上处".indexOf(text.at(tokens.get(behind).from())) >= 0) {
                behind++;
            }
            boolean crossing = part(behind) == Part.CROSSING;
            boolean stretch = part(behind) == Part.STRETCH || crossing && part(behind + 1) == Part.STRETCH;
            Element a = chain.element(0);
            Element b = chain.element(1);
            Link ab = chain.links.get(1);
            if (chain.roads.size() >= 3) {
                Element c = chain.element(2);
                Link bc = chain.links.get(2);
                boolean bracket = text.breakBefore(tokens.get(chain.roads.get(1)).from()) == '('
                        || chain.roads.get(1) > 0 && text.breakBefore(tokens.get(chain.roads.get(1) - 1).from()) == '(';
                if (bc.stretch) {
                    return with(new Core.AlongStretch(c, a, b), chain, 3, behind);
                }
                boolean repeated = ab.join && bc.join && ab.crossing;
                if (bc.to || stretch || ab.from && !ab.join || bracket && !crossing) {
                    if (chain.roads.size() == 4 && same(c, a)) {
                        return with(new Core.AlongStretch(a, b, chain.element(3)), chain, 4, behind);
                    }
                    if (!ab.to) {
                        return with(new Core.AlongStretch(a, b, c), chain, 3, behind);
                    }
                }
                if (ab.to && (bc.along || stretch)) {
                    return with(new Core.AlongStretch(c, a, b), chain, 3, behind);
                }
                if (bc.along) {
                    return with(new Core.AtCrossing(List.of(a, b), true, c), chain, 3, behind);
                }
                if (!repeated && (ab.join && bc.join || crossing && !ab.crossing)) {
                    return with(new Core.AtCrossing(List.of(a, b, c), true, null), chain, 3, behind);
                }
            }
            if (ab.crossing && !ab.join && chain.roads.size() == 2 && same(a, b)) {
                return null;
            }
            boolean until = text.text(tokens.get(chain.roads.get(0)).to(), tokens.get(chain.roads.get(1)).from()).matches("一?直?[至到]");
            if (until && !ab.join && !ab.from && !ab.crossing && !crossing && !stretch && chain.roads.size() == 2) {
                return null;
            }
            if (ab.leg != null) {
                Reading met = with(new Core.AtCrossing(List.of(a, b), true, null), chain, 2, chain.roads.get(1) + 1);
                List<Token> legs = new ArrayList<>(List.of(ab.leg));
                legs.addAll(met.tail().legs());
                return new Reading(met.core(), met.areas(), new Tail(legs, met.tail().side(), met.tail().near()), met.hints());
            }
            boolean bare = !ab.join && !ab.to && !ab.from && !ab.along && !ab.crossing && !crossing;
            if (bare && part(chain.roads.get(1) + 1) == Part.PLATE && plate(chain.roads.get(1) + 1)) {
                return null;
            }
            if (bare && FACILITY.matcher(rest(tokens.get(chain.roads.get(1)).to())).lookingAt()) {
                return null;
            }
            boolean atB = part(chain.roads.get(1) + 1) == Part.CROSSING;
            return with(new Core.AtCrossing(List.of(a, b), !bare || atB, ab.along ? b : null), chain, 2, chain.roads.get(1) + 1);
        }

        /// The letters that follow without a break.
        private String rest(int from) {
            int end = from;
            while (end < text.length() && end - from < 12 && text.breakBefore(end) == 0) {
                end++;
            }
            return text.text(from, end);
        }

        private boolean same(Element a, Element b) {
            return a.word().equals(b.word());
        }

        private Reading with(Core core, Chain chain, int roads, int behind) {
            int end = behind;
            for (int i = 0; i < roads; i++) {
                used[chain.roads.get(i)] = true;
            }
            while (part(end) == Part.CROSSING || part(end) == Part.STRETCH || part(end) == Part.JOIN && end < tokens.size()) {
                end++;
            }
            Tail tail = tail(end);
            if (!tail.hasSide()) {
                for (int i = chain.roads.getFirst(); i < chain.roads.get(roads - 1); i++) {
                    if (part(i) == Part.SIDE) {
                        tail = new Tail(tail.legs(), tokens.get(i).angle(), tail.near());
                    }
                }
            }
            return new Reading(core, areas(null), tail, List.of());
        }

        private void plates(List<Reading> found) {
            for (int i = 0; i < tokens.size(); i++) {
                if (!road(i)) {
                    continue;
                }
                int at = i + 1;
                while (part(at) == Part.SIDE || part(at) == Part.STRETCH || part(at) == Part.JOIN && text.at(tokens.get(at).from()) == '、' || part(at) == Part.OTHER && at < tokens.size() && "的上段门牌号第no".indexOf(text.at(tokens.get(at).from())) >= 0) {
                    at++;
                }
                if (part(at) == Part.BUILDING && at < tokens.size()) {
                    PlateNumber number = PlateNumber.at(text, tokens.get(at).from());
                    if (number != null && number.marked() && number.end() > tokens.get(at).from()) {
                        continue;
                    }
                }
                if (part(at) != Part.PLATE || !plate(at)) {
                    continue;
                }
                PlateNumber number = Objects.requireNonNull(tokens.get(at).plate());
                BuildingNumber building = part(at + 1) == Part.BUILDING ? tokens.get(at + 1).building() : null;
                used[i] = true;
                Reading reading = new Reading(new Core.AtPlate(Objects.requireNonNull(name(i)), number, building), areas(name(i)),
                        tail(at + (building == null ? 1 : 2)), hints(name(i)));
                if (number.marked() && found.stream().noneMatch(one -> !one.tail().legs().isEmpty())) {
                    found.addFirst(reading);
                } else {
                    found.add(reading);
                }
                return;
            }
        }

        /// Whether the number at the token is a door number and not a count.
        private boolean plate(int i) {
            Token token = tokens.get(i);
            PlateNumber number = Objects.requireNonNull(token.plate());
            if (number.marked()) {
                return !text.startsWith("线", token.to()) && !text.startsWith("街坊", token.to()) && !text.startsWith("地", token.to());
            }
            boolean figures = text.at(token.from()) >= '0' && text.at(token.from()) <= '9' || token.length() >= 2;
            return figures && (token.to() >= text.length() || COUNTED.indexOf(text.at(token.to())) < 0);
        }

        private void buildings(List<Reading> found) {
            for (int i = 0; i + 1 < tokens.size(); i++) {
                Element element = name(i);
                if (element == null || !isSpot(element)) {
                    continue;
                }
                int behind = i + 1;
                while (behind + 1 < tokens.size() && (name(behind) != null && isArea(Objects.requireNonNull(name(behind)), true) || inside(behind))) {
                    behind++;
                }
                Token next = tokens.get(behind);
                BuildingNumber building = next.building();
                PlateNumber plate = next.plate();
                if (building != null) {
                    found.add(new Reading(new Core.AtBuilding(element, building.key()), areas(null), tail(behind + 1), hints(null)));
                } else if (plate != null && (plate.marked() && plate.sub().isEmpty() || plate.sub().startsWith("-"))) {
                    found.add(new Reading(new Core.AtBuilding(element, String.valueOf(plate.main())), areas(null), tail(behind + 1),
                            hints(null)));
                }
            }
        }

        /// 天香小区内5号楼, 天香小区的5号楼: the words between a quarter and its building.
        private boolean inside(int i) {
            Token token = tokens.get(i);
            return token.part() == Part.NEAR && text.text(token.from(), token.to()).matches("内|里面|院内") || token.part() == Part.OTHER
                    && "里的中".indexOf(text.at(token.from())) >= 0;
        }

        private void spots(List<Reading> found) {
            int best = -1;
            for (int i = 0; i < tokens.size(); i++) {
                Element element = name(i);
                if (element == null || !isSpot(element) || isRoad(element) && !onlyNamed(element)) {
                    continue;
                }
                boolean soft = element.word().length() == 2 && element.to() < text.length() && part(i + 1) == Part.OTHER
                        && i > 0 && part(i - 1) == Part.OTHER;
                Element known = name(best);
                if (!soft && (known == null || element.weight() > known.weight() && (part(i + 1) == Part.LEG || part(best + 1) != Part.LEG))) {
                    best = i;
                }
            }
            if (best < 0) {
                return;
            }
            Element outer = null;
            for (int inner = within(best); inner >= 0; inner = within(best)) {
                outer = name(best);
                best = inner;
            }
            Element spot = Objects.requireNonNull(name(best));
            // 王城公园与解放路交叉口 and 天香小区附近的超市 are somewhere else than the park and the quarter.
            boolean joined = part(best + 1) == Part.JOIN && road(best + 2) && part(best + 3) == Part.CROSSING;
            boolean around = AROUND.matcher(rest(spot.to())).lookingAt();
            boolean phase = PHASE.matcher(rest(spot.to())).lookingAt();
            boolean part = joined || around || phase || part(best + 1) == Part.OTHER && FACILITY.matcher(rest(spot.to())).lookingAt();
            Reading reading = new Reading(new Core.AtSpot(spot, part, outer), areas(spot), tail(best + 1), hints(null));
            boolean leads = !found.isEmpty() && found.getFirst().core() instanceof Core.AtCrossing crossing && !crossing.named()
                    && spot.word().length() > 3;
            if (leads) {
                found.addFirst(reading);
            } else {
                found.add(reading);
            }
        }

        /// Index of a name of the text that may stand in what the other names, or -1: 万达广场星巴克 is the shop, not the square.
        private int within(int outer) {
            Element around = Objects.requireNonNull(name(outer));
            for (int i = 0; i < tokens.size(); i++) {
                Element element = name(i);
                if (element != null && i != outer && isSpot(element)
                        && any(element, place -> any(around, other -> atlas.within(place, other)))
                        && !any(around, place -> any(element, other -> atlas.within(place, other)))) {
                    return i;
                }
            }
            return -1;
        }

        private boolean onlyNamed(Element element) {
            for (int entry : element.places()) {
                if (atlas.place(entry >> 3).kind() == PlaceKind.ROAD && Names.use(entry) != NameUse.LOOSE) {
                    return false;
                }
            }
            return true;
        }

        private void roads(List<Reading> found) {
            for (int i = 0; i < tokens.size(); i++) {
                Element element = name(i);
                if (element != null && isRoad(element) && !(isArea(element, true) && laterRoad(i))) {
                    boolean corner = part(i + 1) == Part.CROSSING;
                    found.add(new Reading(new Core.OnRoad(element, corner), areas(element), tail(i + (corner ? 2 : 1)), List.of()));
                    return;
                }
            }
        }

        private boolean laterRoad(int i) {
            for (int k = i + 1; k < tokens.size(); k++) {
                if (road(k)) {
                    return true;
                }
            }
            return false;
        }

        private void lastArea(List<Reading> found) {
            Element best = null;
            int lowest = -1;
            for (int i = 0; i < tokens.size(); i++) {
                Element element = name(i);
                boolean sure = element != null && (isArea(element, true) || element.length() == text.length()
                        || name(i - 1) != null && isArea(Objects.requireNonNull(name(i - 1)), true));
                if (element != null && isArea(element, false) && sure) {
                    int level = level(element);
                    if (level >= lowest) {
                        lowest = level;
                        best = element;
                    }
                }
            }
            if (best != null) {
                found.add(new Reading(new Core.InArea(best), areas(best), Tail.NONE, List.of()));
            }
        }

        private int level(Element element) {
            int level = 0;
            for (int entry : element.places()) {
                PlaceKind kind = atlas.place(entry >> 3).kind();
                if (kind.isArea()) {
                    level = Math.max(level, kind.ordinal());
                }
            }
            return level;
        }

        /// Areas the text names, without the one the spot itself hangs on.
        private List<Element> areas(@Nullable Element without) {
            List<Element> areas = new ArrayList<>();
            boolean behind = false;
            for (int i = 0; i < tokens.size(); i++) {
                Element element = name(i);
                if (element != null && element != without && !used[i] && isArea(element, true)
                        && (!behind || element.way() == Element.Way.WRITTEN)) {
                    areas.add(element);
                } else {
                    // What sounds like an area in the noise behind an address is none.
                    behind |= element != null;
                }
            }
            return areas;
        }

        private List<Element> hints(@Nullable Element without) {
            List<Element> hints = new ArrayList<>();
            for (int i = 0; i < tokens.size(); i++) {
                Element element = name(i);
                if (element != null && element != without && isRoad(element)) {
                    hints.add(element);
                }
            }
            return hints;
        }

        /// Legs, side and nearness behind the core; noise between is stepped over for a while.
        private Tail tail(int from) {
            List<Token> legs = new ArrayList<>();
            double side = Double.NaN;
            double second = Double.NaN;
            boolean near = false;
            int filler = 0;
            for (int i = from; i < tokens.size() && filler <= 14; i++) {
                Token token = tokens.get(i);
                switch (token.part()) {
                    case LEG -> {
                        boolean completes = Double.isNaN(token.angle()) && legs.isEmpty() && !Double.isNaN(side)
                                && i > 0 && part(i - 1) == Part.SIDE;
                        if (completes) {
                            // 东侧路北50米: fifty meters to the east, on the north side.
                            legs.add(Token.leg(token.from(), token.to(), side, token.meters()));
                            side = second;
                        } else if (!Double.isNaN(token.angle()) || legs.isEmpty() && filler <= 2) {
                            legs.add(token);
                        }
                        filler = 0;
                    }
                    case SIDE -> {
                        if (Double.isNaN(side) && filler <= 6) {
                            side = token.angle();
                        } else if (part(i - 1) == Part.SIDE) {
                            second = token.angle();
                        }
                    }
                    case NEAR -> near = true;
                    case OTHER -> filler += token.length();
                    case NAME -> filler += isRoad(Objects.requireNonNull(token.element())) ? 1 : 3;
                    case PLATE, BUILDING -> filler += 4;
                    case JOIN, TO, FROM, ALONG, CROSSING, STRETCH, FOREIGN, HOME -> filler += 1;
                }
            }
            return new Tail(List.copyOf(legs), side, near);
        }

        /// A stretch of unknown letters that must be a road, a place or an area by the words around it.
        private Core.@Nullable Unknown unknown() {
            int start = 0;
            while (start < tokens.size()) {
                if (tokens.get(start).part() != Part.OTHER) {
                    start++;
                    continue;
                }
                int end = start;
                while (end < tokens.size() && (tokens.get(end).part() == Part.OTHER
                        || tokens.get(end).length() == 1 && end + 1 < tokens.size() && tokens.get(end + 1).part() == Part.OTHER
                        && tokens.get(end).part() != Part.PLATE && tokens.get(end).part() != Part.JOIN)) {
                    end++;
                }
                String run = text.text(tokens.get(start).from(), tokens.get(end - 1).to());
                Matcher lead = LEAD_IN.matcher(run);
                String behind = lead.find() ? run.substring(lead.end()) : run;
                String name = behind.length() < 2 ? run : behind;
                boolean addressed = part(end) == Part.PLATE || part(end) == Part.CROSSING || part(end) == Part.JOIN
                        || part(end) == Part.BUILDING || end >= tokens.size() || part(start - 1) == Part.JOIN
                        || part(end) == Part.LEG || part(end) == Part.SIDE || part(end) == Part.NEAR;
                if (part(start - 1) == Part.JOIN && part(end) == Part.CROSSING && end < tokens.size() && start >= 2 && road(start - 2)) {
                    return new Core.Unknown(run);
                }
                Matcher road = ROAD.matcher(ROAD.matcher(name).find() ? name : run);
                if (addressed && name.length() >= 2 && road.find() && !NO_ROAD.matcher(name).matches()) {
                    return new Core.Unknown(road.group());
                }
                Matcher spot = SPOT.matcher(name);
                if (spot.find() && name.length() >= 4) {
                    return new Core.Unknown(spot.group());
                }
                Matcher area = AREA.matcher(name);
                if (end >= tokens.size() && start == 0 && area.find() && name.length() >= 3) {
                    return new Core.Unknown(area.group());
                }
                start = end;
            }
            return null;
        }
    }

    /// What stands between two roads.
    private static final class Link {
        private boolean join;
        private boolean to;
        private boolean from;
        private boolean along;
        private boolean stretch;
        private boolean crossing;
        private @Nullable Token leg;
    }

    /// Roads that follow one another.
    private static final class Chain {
        private final List<Integer> roads = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private final List<Element> elements = new ArrayList<>();

        void add(int token, Element element, Link link) {
            roads.add(token);
            links.add(link);
            elements.add(element);
        }

        int last() {
            return roads.getLast();
        }

        Element element(int i) {
            return elements.get(i);
        }
    }
}
