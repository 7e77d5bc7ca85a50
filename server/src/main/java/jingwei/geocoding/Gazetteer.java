package jingwei.geocoding;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import jingwei.geocoding.index.Atlas;
import jingwei.geocoding.match.Describer;
import jingwei.geocoding.match.Matcher;
import jingwei.geocoding.match.Suggester;
import jingwei.grid.GeoPoint;

/// 地名库: the places of one published version, ready to answer; immutable, and the same on every server.
///
/// It is made from plain places, so the command line, a test and the benchmark have one without a database. Safe for any number of
/// threads.
public final class Gazetteer {

    private final Atlas atlas;
    private final Matcher matcher;
    private final Describer describer;
    private final Suggester suggester;

    private Gazetteer(Collection<Place> places) {
        atlas = new Atlas(places);
        suggester = new Suggester(atlas);
        matcher = new Matcher(atlas, suggester);
        describer = new Describer(atlas);
    }

    public static Gazetteer of(Collection<Place> places) {
        return new Gazetteer(places);
    }

    /// 正向: from words to spots (GCF-01 to GCF-04).
    public Answer search(Question question) {
        return matcher.search(question);
    }

    /// 逆向: the best description first, then the areas the point lies in (GCF-05); empty far from everything.
    public List<Found> reverse(GeoPoint point, LocalDate day) {
        return describer.describe(point, day);
    }

    /// 联想: names that begin, sound or are spelled as what was typed so far.
    public List<Suggestion> suggest(String typed, int limit) {
        return suggest(typed, limit, place -> true);
    }

    /// The same among the places wanted only, e.g. those of a kind or of an area (GEO-03).
    public List<Suggestion> suggest(String typed, int limit, Predicate<Place> wanted) {
        return suggester.suggest(typed, limit, wanted);
    }

    public List<Place> places() {
        return atlas.places();
    }

    public int size() {
        return atlas.size();
    }
}
