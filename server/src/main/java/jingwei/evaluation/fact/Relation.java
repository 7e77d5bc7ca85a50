package jingwei.evaluation.fact;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// 因子表: the tables that facts count in, with their columns in order and the SQL type of each.
public enum Relation {
    /// 案件因子: one row a case and turn (派次): a turn begins with the case and with every event that takes the case away from
    /// its unit (granted return, rework, reopening); it carries its round (处置轮次).
    CASES("case_facts", "turn", """
            round int, number text, source text, class text, cell text, duty_grid text, area_class text,
            unit text, post text, first boolean, first_dispatch boolean, part boolean, split boolean, public boolean,
            collected boolean, valid boolean, accepted_right boolean, late boolean, appealed boolean,
            reply_owed boolean, replied boolean, ending text, reported_at timestamptz, verified_at timestamptz,
            accepted_at timestamptz, filed_at timestamptz, dispatched_at timestamptz, handle_due timestamptz,
            handled_at timestamptz, closed_at timestamptz, ended_at timestamptz, finished_at timestamptz,
            left_at timestamptz, held_at timestamptz, held_long_at timestamptz, released_at timestamptz, holds int,
            extended_at timestamptz, extensions int, extension_hours numeric, rework_at timestamptz,
            rework_next timestamptz, overtime numeric, settle_at timestamptz, settle_refused_at timestamptz,
            provisional boolean, person uuid"""),
    /// 环节因子: one row a passage of a post's step: accepting, sending, filing, dispatching, closing, orders, returns.
    STAGES("stage_facts", "seq", """
            turn int, step text, number text, source text, class text, cell text, duty_grid text, unit text, post text,
            at timestamptz, due timestamptz, late boolean, granted boolean, groundless boolean, left_at timestamptz,
            wrong_at timestamptz, reworked_at timestamptz, answered_at timestamptz, person uuid"""),
    /// 任务因子: one row a task of a collector: verification or check.
    TASKS("task_facts", "seq", """
            turn int, kind text, number text, source text, class text, cell text, duty_grid text, unit text, post text,
            asked_at timestamptz, at timestamptz, due timestamptz, late boolean, passed boolean, left_at timestamptz,
            person uuid"""),
    /// 采集差错: faults of reports and checks that the center has confirmed (ACC-24); kept by this room itself.
    FAULTS("faults", "id", "kind text, post text, cell text, duty_grid text, at timestamptz"),
    /// 外部评价: approved marks from outside the system's own data (EVA-09); kept by this room itself.
    MARKS("marks", "id", "kind text, subject text, at timestamptz, amount numeric, approved boolean");

    private final String table;
    private final String key;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> names;

    Relation(String table, String key, String columns) {
        this.table = "evaluation." + table;
        this.key = key;
        for (String column : columns.split(",")) {
            String[] words = column.strip().split(" ");
            places.put(words[0], places.size());
            this.columns.put(words[0], words[1]);
        }
        names = List.copyOf(this.columns.keySet());
    }

    public String table() {
        return table;
    }

    /// What tells the rows of a case apart.
    public String key() {
        return key;
    }

    /// Name and SQL type of what a row holds besides platform, case and key.
    public Map<String, String> columns() {
        return Map.copyOf(columns);
    }

    /// Names in the order in which they are written.
    List<String> names() {
        return names;
    }

    /// Where the column stands among them; -1 where there is none.
    int place(String column) {
        return places.getOrDefault(column, -1);
    }

    String type(String column) {
        return columns.get(column);
    }

    /// Whether rows of it are projected from cases, and so tallied.
    public boolean projected() {
        return this == CASES || this == STAGES || this == TASKS;
    }
}
