package jingwei.geocoding.match;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jingwei.geocoding.Grade;
import jingwei.geocoding.Place;
import jingwei.geocoding.Succession.FormerName;
import jingwei.geocoding.index.Atlas;
import jingwei.geocoding.match.Reading.Core;
import jingwei.geocoding.text.Written;
import org.jspecify.annotations.Nullable;

/// 今称: who asks by an old name is told the present one (GEO-05).
final class NowCalled {

    private final Atlas atlas;

    NowCalled(Atlas atlas) {
        this.atlas = atlas;
    }

    /// The spots with what their old names have become by that day.
    List<Settled> tell(List<Settled> spots, Reading reading, LocalDate day) {
        List<Element> old = Settler.elements(reading).stream().filter(element -> {
            for (int entry : element.places()) {
                Place place = atlas.place(entry >> 3);
                if (ended(place, day) || former(place, element, day) != null) {
                    return true;
                }
            }
            return false;
        }).toList();
        return old.isEmpty() ? spots : spots.stream().map(spot -> tell(spot, old, reading, day)).toList();
    }

    private Settled tell(Settled spot, List<Element> elements, Reading reading, LocalDate day) {
        Settled told = spot;
        for (Element element : elements) {
            Place old = old(element, spot, day);
            String now = old == null ? null : now(old, element, spot, day);
            if (old != null && now != null) {
                String bore = old.validTo() == null ? element.word() : old.name();
                boolean door = reading.core() instanceof Core.AtPlate && old.validTo() != null && spot.grade().confident()
                        && !spot.places().contains(Objects.requireNonNull(atlas.number(old.id()))) && !hangsOn(spot, old);
                // The doors of a road that took over may count anew: nobody is sent to one unasked.
                told = told.graded(door ? Grade.AREA : told.grade(), 1, "“" + bore + "”今称“" + now + "”" + (door ? "，门牌可能已另编" : ""));
            }
        }
        return told;
    }

    private boolean hangsOn(Settled spot, Place road) {
        Integer number = atlas.number(road.id());
        return spot.places().stream().anyMatch(place -> atlas.place(place).roadId().equals(road.id())
                || number != null && number.equals(atlas.parent(place)));
    }

    /// The place that bore the name and either ended before the day or was called otherwise by then.
    private @Nullable Place old(Element element, Settled spot, LocalDate day) {
        for (int entry : element.places()) {
            Place place = atlas.place(entry >> 3);
            Integer next = atlas.successor(entry >> 3, day);
            boolean used = spot.places().contains(entry >> 3) || next != null && spot.places().contains(next)
                    || hangsOn(spot, place) || next != null && hangsOn(spot, atlas.place(next)) || place.kind().isArea();
            if (used && (ended(place, day) || former(place, element, day) != null)) {
                return place;
            }
        }
        return null;
    }

    private @Nullable String now(Place old, Element element, Settled spot, LocalDate day) {
        if (!ended(old, day)) {
            return old.name();
        }
        Integer next = atlas.successor(Objects.requireNonNull(atlas.number(old.id())), day);
        if (next != null) {
            return atlas.place(next).name();
        }
        Place first = atlas.place(spot.places().getFirst());
        boolean became = old.kind().isArea() && first.kind() == old.kind() && first.inForce(day) && !first.name().equals(element.word());
        return became ? first.name() : null;
    }

    private static boolean ended(Place place, LocalDate day) {
        return place.validTo() != null && day.isAfter(place.validTo());
    }

    /// The former name the word is, where it was out of use on that day.
    static @Nullable FormerName former(Place place, Element element, LocalDate day) {
        List<FormerName> names = place.succession().formerNames();
        return names.isEmpty() || Written.key(place.name()).equals(element.word()) ? null
                : names.stream().filter(name -> Written.key(name.name()).equals(element.word()) && !name.inUse(day)).findFirst().orElse(null);
    }
}
