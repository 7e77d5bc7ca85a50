package jingwei.casework.web;

import java.util.List;
import java.util.Map;
import jingwei.casework.store.TrialReport;
import jingwei.organization.Organization;
import jingwei.organization.Unit;
import jingwei.process.Act;

/// 模拟运行报告, for paper: what the meeting has before it that decides about going live (VAL-02).
final class TrialSheet {

    private TrialSheet() {
    }

    static String html(TrialReport.Report report, Organization organization, String platform) {
        return new PrintedPage()
                .table(List.of(), List.of(List.of("案件数", count(report.cases())), List.of("已终结", count(report.closed()))))
                .heading("各动作次数")
                .table(List.of("动作", "次数"), report.acts().entrySet().stream().map(TrialSheet::act).toList())
                .heading("各单位处置情况（不计时限和评价）")
                .table(List.of("单位", "答复数", "其中超过时限", "其中由指挥中心代录"), report.units().stream()
                        .map(line -> List.of(organization.unit(line.unit()).map(Unit::name).orElse(line.unit()),
                                count(line.handled()), count(line.late()), count(line.enteredBy()))).toList())
                .html(platform + "模拟运行报告");
    }

    private static List<String> act(Map.Entry<String, Long> line) {
        return List.of(Act.ofWord(line.getKey()).map(act -> act.text().zh()).orElse(line.getKey()),
                count(line.getValue()));
    }

    private static String count(long number) {
        return String.valueOf(number);
    }
}
