package jingwei.casework.act;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingwei.casework.Particulars;
import jingwei.catalog.FormField;
import jingwei.organization.PostKind;
import jingwei.standards.ClassCode;
import jingwei.standards.Refusal;
import jingwei.standards.Text;

/// 补充栏目的检查: answers to what the class asks besides (APM-03).
///
/// Required answers are asked of those who can see the question, collectors and the acceptance desk; what comes from citizens and
/// other platforms is taken without. A field that was asked once may still be answered by a phone that has not heard of its end.
final class Extras {

    private static final Set<PostKind> ASKED = Set.of(PostKind.COLLECTOR, PostKind.OPERATOR, PostKind.SHIFT_LEADER);

    private Extras() {
    }

    /// @throws jingwei.standards.RefusedException `extra-missing`, `extra-unknown`, `extra-wrong`
    static void check(Situation situation, Particulars particulars) {
        ClassCode code = ClassCode.of(particulars.classCode());
        Map<String, Object> said = particulars.extra() == null ? Map.of() : particulars.extra();
        Map<String, FormField> ever = situation.around().everAsked(code);
        List<FormField> now = situation.around().asked(code);
        List<String> unknown = said.keySet().stream().filter(key -> !ever.containsKey(key)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "extra-unknown",
                    Text.of("小类 " + code + " 没有这些补充栏目：" + String.join("、", unknown), code + " asks no such fields: " + String.join(", ", unknown)),
                    Text.of("请更新表单后重报", "take the newest form and report again")).under("APM-03").missing(unknown).asException();
        }
        Map<String, FormField> current = new HashMap<>();
        now.forEach(field -> current.put(field.key(), field));
        List<String> wrong = new ArrayList<>();
        List<String> wrongEn = new ArrayList<>();
        said.forEach((key, answer) -> {
            FormField field = current.getOrDefault(key, ever.get(key));
            field.wrong(answer).ifPresent(fault -> {
                wrong.add(fault.zh());
                wrongEn.add(fault.en());
            });
        });
        if (!wrong.isEmpty()) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "extra-wrong",
                    Text.of("补充栏目填写有误：" + String.join("；", wrong), "wrong answers: " + String.join("; ", wrongEn)),
                    Text.of("请更正补充栏目", "correct the answers")).under("APM-03").asException();
        }
        List<String> missing = now.stream().filter(field -> field.required() && !said.containsKey(field.key())).map(FormField::label).toList();
        if (!missing.isEmpty() && ASKED.contains(situation.post().kind())) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "extra-missing",
                    Text.of("还需填写：" + String.join("、", missing), "still to be answered: " + String.join(", ", missing)),
                    Text.of("请补全后提交；手机上看不到这些栏目时请先同步", "answer them; a phone that does not show them synchronises first"))
                    .under("APM-03").missing(missing).asException();
        }
    }
}
