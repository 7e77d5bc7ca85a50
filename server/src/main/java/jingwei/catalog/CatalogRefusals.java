package jingwei.catalog;

import java.util.List;
import jingwei.standards.ClassCode;
import jingwei.standards.ClassKind;
import jingwei.standards.Refusal;
import jingwei.standards.Refusal.Kind;
import jingwei.standards.RefusedException;
import jingwei.standards.SheetFault;
import jingwei.standards.Text;

/// 分类与规范维护的拒绝.
final class CatalogRefusals {

    private static final int SHOWN = 200;

    private CatalogRefusals() {
    }

    static RefusedException faulty(List<SheetFault> faults) {
        return Refusal.of(Kind.UNPROCESSABLE, "sheet-faulty",
                Text.of("规范文件有 " + faults.size() + " 处差错，没有导入任何一行",
                        "the file has " + faults.size() + " faults; no row was imported"),
                Text.of("请按所列文件、行、列修改后重新导入", "correct the faults listed by line and column and import again"))
                .under("APM-04").missing(faults.stream().limit(SHOWN).map(SheetFault::toString).toList()).asException();
    }

    static RefusedException holes(List<Hole> holes) {
        return Refusal.of(Kind.CONFLICT, "responsibility-holes",
                Text.of("有 " + holes.size() + " 处小类在区域内没有责任单位，规范不能发布",
                        holes.size() + " classes have no responsible unit in some area; the sheet is not published"),
                Text.of("补齐权责清单，或由负责人说明理由签认空白后再发布",
                        "complete the responsibility list, or have somebody sign the holes with a reason"))
                .under("N115").missing(holes.stream().limit(SHOWN).map(Hole::toString).toList()).asException();
    }

    static RefusedException published(int version) {
        return Refusal.of(Kind.CONFLICT, "sheet-published",
                Text.of("规范版本 " + version + " 已发布，不能再改", "version " + version + " is published and never changes"),
                Text.of("复制为新草稿，修改后再发布", "copy it to a new draft, change that and publish it"))
                .under("APM-04").asException();
    }

    static RefusedException past() {
        return Refusal.of(Kind.UNPROCESSABLE, "valid-from-past",
                Text.of("生效时刻不能早于现在", "a sheet cannot take effect in the past"),
                Text.of("填现在或将来的时刻，或留空立即生效", "give now or later, or leave it out"))
                .under("APM-04").missing(List.of("validFrom")).asException();
    }

    static RefusedException noSuchUnit(List<String> unknown) {
        return Refusal.of(Kind.UNPROCESSABLE, "no-such-unit",
                Text.of("没有在用的责任单位：" + String.join("、", unknown),
                        "no responsible unit in force: " + String.join(", ", unknown)),
                Text.of("请先建立责任单位，或改用已有单位的标识", "make the unit first, or use the id of one in force"))
                .under("COL-05").missing(unknown).asException();
    }

    static RefusedException twice() {
        return Refusal.of(Kind.UNPROCESSABLE, "responsibility-twice",
                Text.of("同一小类、区域和优先级有两行", "one range of classes, area and priority stands twice"),
                Text.of("删去一行，或改其优先级", "remove one, or change its priority")).under("COL-05").asException();
    }

    static RefusedException noSuchCondition(ClassCode code, int number) {
        return Refusal.of(Kind.NOT_FOUND, "no-such-condition",
                Text.of("小类 " + code + " 在此版没有第 " + number + " 条立案条件", code + " has no condition " + number + " in this version"),
                Text.of("请刷新规范", "load the version again")).under("APM-04").asException();
    }

    static RefusedException noLocalCode(ClassKind kind, String major) {
        return Refusal.of(Kind.CONFLICT, "no-local-code",
                Text.of(kind.zh() + "大类 " + major + " 没有可用的地方扩展编码",
                        "the major class " + major + " has no local code left for a " + kind.word()),
                Text.of("CJ/T 214-2007 的地方扩展小类编在大类 21", "under CJ/T 214-2007 local classes go into major class 21"))
                .under("APM-04").missing(List.of("major")).asException();
    }

    static RefusedException missing(String field) {
        return Refusal.of(Kind.MALFORMED, "field-missing", Text.of("缺少必填项：" + field, field + " is missing"),
                Text.of("请补全后重试", "complete it and try again")).missing(List.of(field)).asException();
    }
}
