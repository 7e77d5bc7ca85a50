package jingwei.geocoding.match;

import java.util.List;
import jingwei.geocoding.Grade;

/// 候选点 while it is being settled: a spot in meters with the places it was reached by.
///
/// @param fit   2 in the areas named, 1 not known, 0 outside of them
/// @param roads roads a following direction may walk, the first named first
record Settled(Grade grade, double score, String kind, List<Integer> places, double x, double y, int fit, List<Integer> roads,
        String text, String because, List<double[]> way, double radius) {

    static Settled of(Grade grade, double score, String kind, List<Integer> places, double x, double y, int fit,
            List<Integer> roads, String text) {
        return new Settled(grade, score, kind, places, x, y, fit, roads, text, "", List.of(), 20);
    }

    Settled graded(Grade other, double factor, String reason) {
        return new Settled(other, score * factor, kind, places, x, y, fit, roads, text, because.isEmpty() ? reason : because + "；" + reason, way,
                radius);
    }

    Settled moved(Grade other, double toX, double toY, String newText, List<double[]> walked, double newRadius) {
        return new Settled(other, score, kind, places, toX, toY, fit, roads, newText, because, walked, newRadius);
    }
}
