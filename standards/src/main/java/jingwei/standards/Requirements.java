package jingwei.standards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// 需求清单: every requirement, by id, in the order of the list.
///
/// The conformance page counts them; a test that cites an id this list does not have is a mistake.
public final class Requirements {

    private final Map<String, Requirement> all;

    private Requirements(Map<String, Requirement> all) {
        this.all = all;
    }

    public static Requirements load() {
        String path = "standards/requirements.csv";
        Map<String, Requirement> all = new LinkedHashMap<>();
        for (Table.Row row : Table.bundled(
                        path, "id", "subsystem", "paraphrase_zh", "paraphrase_en", "obligation", "source", "confidence")
                .rows()) {
            Requirement requirement = new Requirement(
                    row.get("id"),
                    row.get("subsystem"),
                    Text.of(row.get("paraphrase_zh"), row.get("paraphrase_en")),
                    Requirement.Obligation.valueOf(row.get("obligation")),
                    row.get("source"),
                    Confidence.of(row.get("confidence")));
            if (all.put(requirement.id(), requirement) != null) {
                throw new IllegalStateException(path + " line " + row.line());
            }
        }
        return new Requirements(all);
    }

    public List<Requirement> all() {
        return new ArrayList<>(all.values());
    }

    public Optional<Requirement> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /// The requirements of one subsystem (子系统), by its Chinese name.
    public List<Requirement> of(String subsystem) {
        return all.values().stream()
                .filter(each -> each.subsystem().equals(subsystem))
                .toList();
    }
}
