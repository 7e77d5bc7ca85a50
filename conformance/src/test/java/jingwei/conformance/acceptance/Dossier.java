package jingwei.conformance.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jingwei.simulator.wire.Line;
import jingwei.simulator.wire.Reply;
import tools.jackson.databind.JsonNode;

/// 验收资料: asks the platform what an inspector would ask, by the contract alone, and writes down what it answers.
final class Dossier {

    private static final String EDITOR = "administrator-1";
    private static final String CHIEF = "center-chief-1";
    private static final Path CONFORMANCE = Path.of("..", "docs", "conformance.md");
    private static final Pattern REQUIREMENT = Pattern.compile("\\| \\S+ \\| [^|]+ \\| [^|]+ \\| (\\S+) \\|.*");

    private final Line line;
    private final List<String> page = new ArrayList<>();

    Dossier(Line line) {
        this.line = line;
    }

    List<String> print(Map<String, Integer> performed) {
        say("# 验收资料 " + get(EDITOR, "/api/platform").path("name").asString());
        say("");
        say("由程序从运行中的平台和代码库打印，按 VAL-01 的五个方面排列；打印时刻 " + now().atZoneSameInstant(ZoneId.of("Asia/Shanghai")).toLocalDateTime().withNano(0) + "。");
        organization();
        land();
        software();
        results(performed);
        documents();
        return page;
    }

    private void organization() {
        head("一、管理模式与组织机构");
        JsonNode posts = get(EDITOR, "/api/posts");
        Map<String, Long> byAxis = posts.valueStream().collect(Collectors.groupingBy(post -> post.path("axis").asString(), TreeMap::new, Collectors.counting()));
        row("项目", "结果");
        row("---", "---");
        row("监督轴岗位", byAxis.getOrDefault("SUPERVISION", 0L));
        row("指挥轴岗位", byAxis.getOrDefault("COMMAND", 0L));
        row("处置单位岗位", byAxis.getOrDefault("HANDLING", 0L));
        row("领导岗位", byAxis.getOrDefault("LEADERSHIP", 0L));
        JsonNode proof = get(EDITOR, "/api/axes-proof");
        row("监督与指挥两轴分立", (proof.path("separate").asBoolean() ? "是，核对 " : "否，核对 ") + proof.path("persons").size() + " 人，违反 " + proof.path("breaches").size()
                + " 人，数据库约束 " + proof.path("constraints").size() + " 条");
        JsonNode process = get(EDITOR, "/api/process");
        row("业务流程", process.path("name").asString() + " 第 " + process.path("version").asString() + " 版");
    }

    private void land() {
        head("二、地理空间数据");
        row("数据", "数量");
        row("---", "---");
        for (JsonNode layer : get(EDITOR, "/api/basemap/layers")) {
            JsonNode some = get(EDITOR, "/ogc/collections/" + layer.path("id").asString() + "/items?limit=1");
            row(layer.path("name").asString(layer.path("nameZh").asString(layer.path("id").asString())), some.path("numberMatched").asString("—"));
        }
        say("");
        say("单元网格按发布时的全部规则重新检查一遍：" + proofOfTheLand());
    }

    /// The cells in use, sent once more through the public check: it finds every fault a first delivery would have.
    private String proofOfTheLand() {
        String cells = line.page(EDITOR, "/api/basemap/layers/unit-grids/export?form=geojson");
        String id = UUID.randomUUID().toString();
        done(line.post(EDITOR, "/api/basemap/updates", Map.of("id", id, "layer", "unit-grids", "mode", "MERGE", "fileName", "cells.geojson", "system", "cgcs2000")));
        done(line.part(EDITOR, "/api/basemap/updates/" + id + "/parts/0", cells.getBytes(StandardCharsets.UTF_8)));
        done(line.post(EDITOR, "/api/basemap/updates/" + id + "/check", Map.of("parts", 1)));
        JsonNode update = get(EDITOR, "/api/basemap/updates/" + id);
        for (int tries = 0; tries < 1_200 && update.path("state").asString().equals("CHECKING"); tries++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            update = get(EDITOR, "/api/basemap/updates/" + id);
        }
        int faults = get(EDITOR, "/api/basemap/updates/" + id + "/faults?limit=1000").path("features").size();
        return update.path("unchanged").asInt() + " 个网格，" + faults + " 处错误，结论 " + update.path("state").asString() + "。";
    }

    private void software() {
        head("三、软硬件");
        row("子系统或方面", "要求", "符合", "仅内部测试", "缺口");
        row("---", "---", "---", "---", "---");
        String part = "";
        Map<String, int[]> counts = new java.util.LinkedHashMap<>();
        for (String text : lines(CONFORMANCE)) {
            Matcher requirement = REQUIREMENT.matcher(text);
            if (text.startsWith("## ")) {
                part = text.substring(3);
            } else if (!part.isEmpty() && requirement.matches() && List.of("符合", "仅内部测试", "缺口").contains(requirement.group(1))) {
                counts.computeIfAbsent(part, any -> new int[3])[List.of("符合", "仅内部测试", "缺口").indexOf(requirement.group(1))]++;
            }
        }
        counts.forEach((name, n) -> row(name, n[0] + n[1] + n[2], n[0], n[1], n[2]));
        say("");
        say("每一条要求由哪个故事或测试证明，见 `docs/conformance.md`。本机：" + System.getProperty("os.name") + "，" + Runtime.getRuntime().availableProcessors()
                + " 核，Java " + Runtime.version().feature() + "；健康检查 " + get(EDITOR, "/api/health").path("status").asString("正常") + "。");
    }

    private void results(Map<String, Integer> performed) {
        head("四、运行结果");
        say("模拟岗位经公开接口共办理 " + performed.values().stream().mapToInt(Integer::intValue).sum() + " 个动作："
                + performed.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).collect(Collectors.joining("，")) + "。");
        say("");
        LocalDate today = now().atZoneSameInstant(ZoneId.of("Asia/Shanghai")).toLocalDate();
        JsonNode table = get(CHIEF, "/api/evaluation/results?subject=unit&period=month&day=" + today);
        row("单位", "应处置", "已处置", "按期处置", "得分", "等级");
        row("---", "---", "---", "---", "---", "---");
        for (JsonNode unit : table.path("lines")) {
            JsonNode counted = unit.path("counts");
            row(unit.path("name").asString(), counted.path("handle_due").asString(counted.path("due").asString("—")), counted.path("handled").asString("—"),
                    counted.path("handled_in_time").asString("—"), unit.path("values").path("DP-S10").asString("—"), unit.path("grade").asString("—"));
        }
        say("");
        JsonNode standing = get(EDITOR, "/api/platform");
        say("运行状态：" + (standing.path("standing").asString().equalsIgnoreCase("live") ? "正式运行，自 " + standing.path("liveSince").asString("—") : "模拟运行") + "。");
    }

    private void documents() {
        head("五、文档资料");
        for (Documents kind : Documents.values()) {
            say("- **" + kind.title + "**：" + String.join("、", kind.files()));
        }
        say("- **须由中心补充**：" + String.join("、", Documents.BY_HAND));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.parse(get(EDITOR, "/api/clock").path("now").asString());
    }

    private JsonNode get(String post, String path) {
        return done(line.get(post, path));
    }

    private static JsonNode done(Reply reply) {
        if (!reply.done()) {
            throw new AssertionError(reply.toString());
        }
        return reply.body();
    }

    private void head(String title) {
        say("");
        say("## " + title);
        say("");
    }

    private void row(Object... cells) {
        say(java.util.Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void say(String text) {
        page.add(text);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
