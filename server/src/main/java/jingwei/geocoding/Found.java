package jingwei.geocoding;

import java.util.List;

/// 候选位置: one spot the words may mean, how it was reached and by which places.
///
/// @param grade     how sure
/// @param score     0 to 1, for ordering and display; not a probability
/// @param kind      kind of place, or `crossing`, `segment`
/// @param places    ids of the places used, in the order of the words
/// @param longitude CGCS2000 degrees; NaN where only names are known
/// @param text      the standard description and how it was reached, Chinese
/// @param matched   the parts of the text that were understood, e.g. `道路 中州中路`
/// @param way       points walked, from the starting point to the spot; empty where nothing was walked
/// @param radius    meters within which the spot is to be looked for
public record Found(
        Grade grade,
        double score,
        String kind,
        List<String> places,
        double longitude,
        double latitude,
        String text,
        List<String> matched,
        List<double[]> way,
        double radius) {

    public Found {
        places = List.copyOf(places);
        matched = List.copyOf(matched);
        way = List.copyOf(way);
    }

    public Found with(Grade other, double factor, String because) {
        return new Found(other, score * factor, kind, places, longitude, latitude,
                because.isEmpty() ? text : text + "；" + because, matched, way, radius);
    }
}
