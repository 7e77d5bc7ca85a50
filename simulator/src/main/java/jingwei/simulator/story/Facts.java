package jingwei.simulator.story;

import java.util.Set;

/// 事实: the names by which a page asks what is true of a case; every theatre answers them in the same words.
public final class Facts {

    /// Moments: written as `Wed 11:30` on a page and as ISO instants in an answer.
    static final Set<String> MOMENTS = Set.of("due", "handling-due", "return-until");

    /// `clock` the running clock's name or `none` · `light` green, yellow, red · `held` · `round` · `provisional` ·
    /// `limit` of the handling clock · `handling-light` · `unit` and `supporting` · `received` · `condition` · `class` ·
    /// `task` post of the collector sent · `petition` the last one's status · `approvals` of it · `late` return · counters
    /// `wrong-dispatches`, `late-returns`, `groundless-returns`, `extensions`, `holds`, `invalid-checks` · `orders` open ·
    /// `answered` orders · `parts` how many · `original`, `into` linked or not · `closing` · `trial` · `reporter` shown ·
    /// `overdue` whether the last act came late · `entered-by` who stood in for it · `acts` in the docket · `version`.
    static final Set<String> NAMES = Set.of("due", "handling-due", "return-until", "clock", "light", "held", "round",
            "provisional", "limit", "handling-light", "unit", "supporting", "received", "condition", "class", "task",
            "petition", "approvals", "late", "wrong-dispatches", "late-returns", "groundless-returns", "extensions",
            "holds", "invalid-checks", "orders", "answered", "parts", "original", "into", "closing", "trial", "reporter",
            "overdue", "entered-by", "acts", "version", "source", "foreign-number");

    private Facts() {
    }
}
