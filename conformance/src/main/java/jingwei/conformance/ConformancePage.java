package jingwei.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jingwei.standards.Requirement;
import jingwei.standards.Requirements;

/// 符合性页: every requirement with what meets it, or with the signed reason why nothing does yet.
public final class ConformancePage {

    /// 状态 of one requirement.
    enum Standing {
        /// Met: by a story over HTTP, or for what no standard demands, by a test.
        MET("符合"),
        /// Tested inside the server only, where a standard asks to be shown it from outside.
        INSIDE("仅内部测试"),
        GAP("缺口");

        private final String zh;

        Standing(String zh) {
            this.zh = zh;
        }
    }

    private final Requirements requirements;
    private final Proofs proofs;
    private final Gaps gaps;

    public ConformancePage(Requirements requirements, Proofs proofs, Gaps gaps) {
        this.requirements = requirements;
        this.proofs = proofs;
        this.gaps = gaps;
    }

    /// What is wrong with the proofs and the signatures; empty where the build may pass.
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        proofs.stories().forEach((id, stories) -> known(faults, id, "stories " + stories));
        proofs.outside().forEach((id, tests) -> known(faults, id, "tests " + tests));
        proofs.inside().forEach((id, tests) -> known(faults, id, "tests " + tests));
        gaps.reasons().keySet().forEach(id -> known(faults, id, "gaps.csv"));
        for (Requirement each : requirements.all()) {
            boolean met = standing(each) == Standing.MET;
            boolean signed = gaps.reasons().containsKey(each.id());
            if (!met && loop(each.id())) {
                faults.add(each.id() + ": the closed loop may have no gap");
            } else if (!met && !signed && each.obligation() == Requirement.Obligation.STD) {
                faults.add(each.id() + ": neither met nor signed as a gap");
            } else if (met && signed) {
                faults.add(each.id() + ": signed as a gap, but met");
            }
        }
        return faults;
    }

    /// The page, Markdown. Its first line says how many gaps there are.
    public String print() {
        StringBuilder page = new StringBuilder();
        List<Requirement> all = requirements.all();
        page.append("缺口 gaps: ").append(count(all, Standing.GAP)).append(" of ").append(all.size())
                .append(" requirements; ").append(count(must(all), Standing.GAP)).append(" of ")
                .append(must(all).size()).append(" demanded by a standard (STD), all signed\n\n")
                .append("# 符合性 Conformance\n\n")
                .append("Printed by `conformance/`; do not edit. 符合 met: a story of `stories/` proves it over HTTP, or a ")
                .append("**test from outside**\n(over HTTP or in the browser), or, for what no standard demands, a `test` in ")
                .append("the server. 仅内部测试 inside: a test in the\nserver proves it, nothing from outside yet. 缺口 gap: ")
                .append("nothing does; the reason is signed in `conformance/gaps.csv`.\n\n")
                .append("| 约束力 | 条数 | 符合 | 仅内部测试 | 缺口 |\n|---|---|---|---|---|\n");
        for (Requirement.Obligation obligation : Requirement.Obligation.values()) {
            List<Requirement> bound = all.stream().filter(each -> each.obligation() == obligation).toList();
            page.append("| ").append(obligation).append(" | ").append(bound.size());
            for (Standing standing : Standing.values()) {
                page.append(" | ").append(count(bound, standing));
            }
            page.append(" |\n");
        }
        Map<String, List<Requirement>> chapters = new LinkedHashMap<>();
        all.forEach(each -> chapters.computeIfAbsent(each.subsystem(), name -> new ArrayList<>()).add(each));
        chapters.forEach((name, chapter) -> chapter(page, name, chapter));
        return page.toString();
    }

    private void chapter(StringBuilder page, String name, List<Requirement> chapter) {
        page.append("\n## ").append(name).append("\n\n| 编号 | 要求 | 约束力 | 状态 | 证明或理由 |\n|---|---|---|---|---|\n");
        for (Requirement each : chapter) {
            page.append("| ").append(each.id()).append(" | ").append(each.paraphrase().zh()).append(" | ")
                    .append(each.obligation()).append(each.unverified() ? " 未核实" : "").append(" | ")
                    .append(standing(each).zh).append(" | ").append(ground(each)).append(" |\n");
        }
    }

    private String ground(Requirement each) {
        List<String> grounds = new ArrayList<>(proofs.stories(each.id()));
        proofs.outside(each.id()).forEach(test -> grounds.add("**" + test + "**"));
        proofs.inside(each.id()).forEach(test -> grounds.add("`" + test + "`"));
        String reason = gaps.reasons().get(each.id());
        if (reason != null) {
            grounds.add(reason);
        }
        return String.join(" ", grounds);
    }

    private Standing standing(Requirement each) {
        if (!proofs.stories(each.id()).isEmpty() || !proofs.outside(each.id()).isEmpty()) {
            return Standing.MET;
        }
        if (proofs.inside(each.id()).isEmpty()) {
            return Standing.GAP;
        }
        return each.obligation() == Requirement.Obligation.STD ? Standing.INSIDE : Standing.MET;
    }

    private long count(List<Requirement> among, Standing standing) {
        return among.stream().filter(each -> standing(each) == standing).count();
    }

    private static List<Requirement> must(List<Requirement> all) {
        return all.stream().filter(each -> each.obligation() == Requirement.Obligation.STD).toList();
    }

    private void known(List<String> faults, String id, String where) {
        if (requirements.find(id).isEmpty()) {
            faults.add(where + ": there is no requirement " + id);
        }
    }

    private static boolean loop(String id) {
        return id.matches("T[0-9]{2}");
    }
}
