package jingwei.catalog;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jingwei.catalog.store.FormStore;
import jingwei.catalog.store.SheetStore;
import jingwei.identity.SignedIn;
import jingwei.journal.Journal;
import jingwei.journal.JournalEntry;
import jingwei.standards.ClassCode;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.PerPlatform;
import jingwei.workcalendar.PlatformClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 补充表单: what the reports of a minor class ask besides, in force from the moment it is kept (APM-03).
///
/// A key that was ever used keeps its kind, so an answer of last year is read as it was meant; a label may be changed, and a field
/// that is taken away stays readable in the cases that answered it.
@Component
public class Forms {

    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9]{0,39}");
    private static final int MOST = 20;

    private final FormStore store;
    private final SheetStore sheets;
    private final Catalog catalog;
    private final Journal journal;
    private final PlatformClock clock;
    private final PerPlatform<Map<ClassCode, List<List<FormField>>>> forms;

    Forms(FormStore store, SheetStore sheets, Catalog catalog, Journal journal, PlatformClock clock, Clock wall) {
        this.store = store;
        this.sheets = sheets;
        this.catalog = catalog;
        this.journal = journal;
        this.clock = clock;
        this.forms = new PerPlatform<>(wall, sheets::revision, store::load);
    }

    /// The fields in force, in their order; none for most classes.
    public List<FormField> of(ClassCode code) {
        List<List<FormField>> versions = forms.get().getOrDefault(code, List.of());
        return versions.isEmpty() ? List.of() : versions.getLast();
    }

    /// Every field that was ever asked, with its newest label; for reading what was answered.
    public Map<String, FormField> everOf(ClassCode code) {
        Map<String, FormField> ever = new LinkedHashMap<>();
        of(code).forEach(field -> ever.put(field.key(), field));
        List<List<FormField>> versions = forms.get().getOrDefault(code, List.of());
        versions.reversed().forEach(version -> version.forEach(field -> ever.putIfAbsent(field.key(), field)));
        return ever;
    }

    /// The form as JSON Schema 2020-12.
    public Map<String, Object> schema(ClassCode code) {
        Map<String, Object> properties = new LinkedHashMap<>();
        of(code).forEach(field -> properties.put(field.key(), field.schema()));
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        said.put("type", "object");
        said.put("properties", properties);
        said.put("required", of(code).stream().filter(FormField::required).map(FormField::key).toList());
        return said;
    }

    /// 定补充栏目: replaces the fields of a class. @throws RefusedException `class-unknown`, `form-malformed`, `form-field-kind`
    @Transactional
    public void put(ClassCode code, List<FormField> fields) {
        sheets.begin();
        catalog.changed();
        forms.changed();
        if (catalog.current().entry(code).isEmpty()) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "class-unknown",
                    Text.of("没有小类 " + code, "there is no class " + code),
                    Text.of("请查小类列表", "look it up in the list of classes")).under("APM-04").asException();
        }
        malformed(fields).ifPresent(fault -> {
            throw Refusal.of(Refusal.Kind.MALFORMED, "form-malformed", fault,
                    Text.of("标识以小写字母开头，只含字母和数字，不重复；名称 1 到 40 字；选择栏至少两个选项；最多 " + MOST + " 栏",
                            "keys begin with a lower-case letter, hold letters and digits and do not repeat; labels have 1 to 40 "
                                    + "characters; a choice has two answers or more; " + MOST + " fields at most"))
                    .under("APM-03").asException();
        });
        Map<String, FormField> ever = everOf(code);
        for (FormField field : fields) {
            FormField known = ever.get(field.key());
            if (known != null && known.kind() != field.kind()) {
                throw kindChanged(field, known);
            }
        }
        store.add(code, fields, clock.now(), SignedIn.find().map(SignedIn::post).orElse(null));
        journal.write(JournalEntry.Kind.DATA_CHANGE, code.toString(), "form-kept",
                Map.of("fields", fields.stream().map(FormField::key).toList()));
    }

    private static Optional<Text> malformed(List<FormField> fields) {
        if (fields.size() > MOST) {
            return Optional.of(Text.of("栏目太多", "there are too many fields"));
        }
        Set<String> keys = new HashSet<>();
        for (FormField field : fields) {
            String key = field.key() == null ? "" : field.key();
            if (field.kind() == null || !KEY.matcher(key).matches()) {
                return Optional.of(Text.of("“" + key + "”不能作栏目标识", key + " cannot be a field's key"));
            }
            if (!keys.add(key)) {
                return Optional.of(Text.of("标识“" + key + "”重复", "the key " + key + " is there twice"));
            }
            if (field.label() == null || field.label().isBlank() || field.label().length() > 40) {
                return Optional.of(Text.of("栏目“" + key + "”的名称不对", "the label of " + key + " is wrong"));
            }
            if (field.kind() == FormField.Kind.CHOICE && field.choicesOrNone().stream().filter(each -> !each.isBlank()).distinct().count() < 2) {
                return Optional.of(Text.of("选择栏“" + field.label() + "”的选项不够", "the choice " + key + " has too few answers"));
            }
        }
        return Optional.empty();
    }

    private static RefusedException kindChanged(FormField field, FormField known) {
        return Refusal.of(Refusal.Kind.CONFLICT, "form-field-kind",
                Text.of("栏目“" + field.key() + "”用过，类型是 " + known.kind() + "，不能改成 " + field.kind(),
                        field.key() + " was used as " + known.kind() + " and cannot become " + field.kind()),
                Text.of("名称可以改；要换类型请另起一个标识", "the label may change; for another kind use another key")).under("APM-03").asException();
    }
}
