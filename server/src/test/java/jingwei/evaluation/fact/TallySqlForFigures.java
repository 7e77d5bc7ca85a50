package jingwei.evaluation.fact;

/// Lends the generated SQL of the tallies to the figures.
public final class TallySqlForFigures {

    private TallySqlForFigures() {
    }

    public static String cases(String rows) {
        return TallySql.of(Relation.CASES, rows);
    }
}
