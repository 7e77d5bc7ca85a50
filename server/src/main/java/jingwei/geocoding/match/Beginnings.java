package jingwei.geocoding.match;

import java.util.ArrayList;
import java.util.List;
import jingwei.geocoding.Grade;
import jingwei.geocoding.Place;
import jingwei.geocoding.Question;
import jingwei.geocoding.index.Atlas;
import jingwei.geocoding.index.Names;
import jingwei.geocoding.text.Written;

/// 残缺名称: a name that was not written out, 定鼎门 for 定鼎门遗址博物馆; what begins so is offered for a person to choose from.
///
/// Only a text that is nothing but a name, areas in front of it apart, is completed, and never with confidence: a guess that
/// looks like an answer would be the worst answer.
final class Beginnings {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 20;
    private static final int FIRST = 4;

    private final Atlas atlas;
    private final Doors doors;
    private final Suggester suggester;
    private final Fit fit;

    Beginnings(Atlas atlas, Fit fit, Suggester suggester) {
        this.atlas = atlas;
        this.doors = new Doors(atlas, fit);
        this.fit = fit;
        this.suggester = suggester;
    }

    /// Places whose name begins with the text, or holds its letters in their order; empty where none or too many do.
    List<Settled> of(Written text, int from, List<List<Integer>> areas, Question question) {
        String said = text.text(from, text.length());
        if (said.length() < SHORTEST || said.length() > LONGEST || said.chars().anyMatch(it -> it < 0x4e00)) {
            return List.of();
        }
        List<Settled> found = new ArrayList<>();
        for (int letters = Math.min(FIRST, said.length()); letters >= 2 && found.isEmpty(); letters--) {
            if (!said.substring(0, letters).equals(atlas.city())) {
                collect(said, letters, areas, question, found);
            }
        }
        return found.size() > Question.MOST ? List.of() : found;
    }

    private void collect(String said, int letters, List<List<Integer>> areas, Question question, List<Settled> found) {
        for (int number : suggester.beginning(said.substring(0, letters))) {
            String word = atlas.names().word(number);
            boolean meant = word.startsWith(said) || said.length() > FIRST && said.length() * 5 >= word.length() * 3 && inOrder(said, word);
            for (int entry : meant ? atlas.names().places(number) : new int[0]) {
                Place place = atlas.place(entry >> 3);
                boolean again = found.stream().anyMatch(one -> one.places().getFirst() == entry >> 3);
                if (Names.use(entry).ordinal() <= 1 && !again && place.inForce(question.asOf()) && !Double.isNaN(atlas.x(entry >> 3))
                        && (areas.isEmpty() || fit.ofPlace(entry >> 3, areas) > Fit.OUT)) {
                    found.add(Settled.of(Grade.AMBIGUOUS, 0.4, place.kind().word(), List.of(entry >> 3), atlas.x(entry >> 3),
                            atlas.y(entry >> 3), Fit.OPEN, List.of(), doors.told(entry >> 3)).graded(Grade.AMBIGUOUS, 1, "名称不全，请确认"));
                }
            }
        }
    }

    private static boolean inOrder(String letters, String word) {
        int at = 0;
        for (int i = 0; i < word.length() && at < letters.length(); i++) {
            at += word.charAt(i) == letters.charAt(at) ? 1 : 0;
        }
        return at == letters.length();
    }
}
