package jingwei.casework.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jingwei.casework.CaseFilter;
import jingwei.casework.clock.Light;
import jingwei.grid.ZOrder;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;

/// Composes the WHERE of a list from fixed pieces; what a user typed is always a parameter.
final class CaseQuery {

    private static final int GRAMS_AT_MOST = 4;
    /// Moments a table can hold; a moment beyond finds the same as the last one.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    CaseQuery(CaseFilter f, Instant now) {
        and("platform = ?", Tenancy.current().value());
        and("number = ?", f.number());
        and("state = ?", f.state());
        and("stage = ?", f.stage() == null ? null : f.stage().name());
        and("source = ?", f.source() == null ? null : f.source().name());
        and("class = ?", f.classCode());
        and(region(f.region()), f.region());
        and("duty_grid = ?", f.dutyGrid());
        and("collector = ?", f.collector());
        and("component = ?", f.component());
        and("reporter_phone = ?", f.phone());
        and("foreign_number = ?", f.foreignNumber());
        and("petition = ?", f.petition() == null ? null : f.petition().toUpperCase(java.util.Locale.ROOT));
        and("held = ?", f.held());
        and("trial = ?", f.trial());
        and("begun_at >= ?", time(f.begunFrom()));
        and("begun_at < ?", time(f.begunTo()));
        and("filed_at >= ?", time(f.filedFrom()));
        and("filed_at < ?", time(f.filedTo()));
        and("ended_at >= ?", time(f.endedFrom()));
        and("ended_at < ?", time(f.endedTo()));
        and("clock_due < ?", time(f.dueTo()));
        flag(f.owed(), "open_orders > 0");
        flag(f.reworked(), "round > 1");
        flag(f.open(), "ended_at IS NULL");
        if (f.unit() != null) {
            and("lead_unit = ?", f.unit());
        }
        light(f.light(), now);
        text(f.text());
        box(f.box());
        if (f.actedBy() != null) {
            conditions.add("""
                    EXISTS (SELECT FROM casework.case_acts a
                            WHERE a.platform = cases.platform AND a.case_id = cases.id AND a.post = ?)""");
            parameters.add(f.actedBy());
        }
    }

    /// Only cases of these units: what a handling post may see.
    CaseQuery ofUnits(List<String> units) {
        conditions.add("(lead_unit = ANY (?::text[]) OR picture -> 'assignment' -> 'supporting' ??| ?::text[])");
        parameters.add(units.toArray(String[]::new));
        parameters.add(units.toArray(String[]::new));
        return this;
    }

    CaseQuery also(Narrowing more) {
        conditions.add("(" + more.condition() + ")");
        parameters.addAll(more.parameters());
        return this;
    }

    CaseQuery after(Instant begun, Object id) {
        conditions.add("(begun_at, id) < (?, ?)");
        parameters.add(time(begun));
        parameters.add(id);
        return this;
    }

    String where() {
        return String.join(" AND ", conditions);
    }

    List<Object> parameters() {
        return parameters;
    }

    private void and(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.add(value);
        }
    }

    private void flag(@Nullable Boolean wanted, String condition) {
        if (wanted != null) {
            conditions.add(wanted ? "(" + condition + ")" : "NOT (" + condition + ")");
        }
    }

    private void light(@Nullable Light light, Instant now) {
        switch (light) {
            case null -> {
                // every light
            }
            case GREEN -> and("clock_yellow > ?", Timestamp.from(now));
            case YELLOW -> {
                and("clock_yellow <= ?", Timestamp.from(now));
                and("clock_due >= ?", Timestamp.from(now));
            }
            case RED -> and("clock_due < ?", Timestamp.from(now));
        }
    }

    private void text(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        Grams.of(text).stream().limit(GRAMS_AT_MOST).forEach(gram -> {
            conditions.add("id IN (SELECT case_id FROM casework.case_grams WHERE platform = ? AND gram = ?)");
            parameters.add(Tenancy.current().value());
            parameters.add(gram);
        });
        conditions.add("strpos(lower(description || ' ' || address), lower(?)) > 0");
        parameters.add(text.strip());
    }

    private void box(double @Nullable [] box) {
        if (box == null) {
            return;
        }
        and("z_order >= ?", ZOrder.of(box[0], box[1]));
        and("z_order <= ?", ZOrder.of(box[2], box[3]));
        and("longitude >= ?", box[0]);
        and("longitude <= ?", box[2]);
        and("latitude >= ?", box[1]);
        and("latitude <= ?", box[3]);
    }

    private static String region(@Nullable String code) {
        return code == null ? "" : switch (code.length()) {
            case 4 -> "left(district, 4) = ?";
            case 6 -> "district = ?";
            case 9 -> "street = ?";
            case 12 -> "community = ?";
            default -> "unit_grid = ?";
        };
    }

    private static @Nullable Timestamp time(@Nullable Instant moment) {
        return moment == null ? null
                : Timestamp.from(moment.isBefore(EARLIEST) ? EARLIEST : moment.isAfter(LATEST) ? LATEST : moment);
    }
}
