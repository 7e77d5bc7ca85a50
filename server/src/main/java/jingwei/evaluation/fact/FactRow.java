package jingwei.evaluation.fact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 因子行: one row of a table of facts while it is being made from a case's acts.
public final class FactRow {

    private final Relation relation;
    private final UUID caseId;
    private final int key;
    private final Map<String, @Nullable Object> cells = new LinkedHashMap<>();

    FactRow(Relation relation, UUID caseId, int key) {
        this.relation = relation;
        this.caseId = caseId;
        this.key = key;
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
        return cells.get(column);
    }

    boolean is(String column) {
        return Boolean.TRUE.equals(cells.get(column));
    }

    boolean empty(String column) {
        return cells.get(column) == null;
    }

    FactRow set(String column, @Nullable Object value) {
        if (!relation.has(column)) {
            throw new IllegalStateException(relation + " has no " + column);
        }
        if (value == null) {
            cells.remove(column);
        } else {
            cells.put(column, value);
        }
        return this;
    }

    /// Sets what is not known yet; what is known stays.
    void setOnce(String column, Object value) {
        cells.putIfAbsent(column, value);
    }

    @Override
    public String toString() {
        return relation + " " + caseId + " " + key + " " + cells;
    }
}
