package jingwei.evaluation.fact;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// 因子行: one row of a table of facts while it is being made from a case's acts.
public final class FactRow {

    private final Relation relation;
    private final UUID caseId;
    private final int key;
    /// In the order of the relation's columns.
    private final @Nullable Object[] cells;

    FactRow(Relation relation, UUID caseId, int key) {
        this.relation = relation;
        this.caseId = caseId;
        this.key = key;
        this.cells = new Object[relation.names().size()];
    }

    public Relation relation() {
        return relation;
    }

    public UUID caseId() {
        return caseId;
    }

    /// Turn of a case's row, number of the act of the others.
    public int key() {
        return key;
    }

    public @Nullable Object get(String column) {
        int place = relation.place(column);
        return place < 0 ? null : cells[place];
    }

    /// The cell of the column at that place in the relation.
    @Nullable Object at(int place) {
        return cells[place];
    }

    boolean is(String column) {
        return Boolean.TRUE.equals(get(column));
    }

    boolean empty(String column) {
        return get(column) == null;
    }

    FactRow set(String column, @Nullable Object value) {
        cells[known(column)] = value;
        return this;
    }

    /// Sets what is not known yet; what is known stays.
    void setOnce(String column, Object value) {
        int place = known(column);
        if (cells[place] == null) {
            cells[place] = value;
        }
    }

    private int known(String column) {
        int place = relation.place(column);
        if (place < 0) {
            throw new IllegalStateException(relation + " has no " + column);
        }
        return place;
    }

    @Override
    public String toString() {
        List<String> names = relation.names();
        return relation + " " + caseId + " " + key + " " + IntStream.range(0, cells.length).filter(place -> cells[place] != null)
                .mapToObj(place -> names.get(place) + "=" + cells[place]).collect(Collectors.joining(", ", "{", "}"));
    }
}
