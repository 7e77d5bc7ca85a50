package jingwei.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingwei.casework.Field;
import jingwei.law.Committed;
import jingwei.organization.Axis;
import jingwei.organization.PostKind;
import jingwei.process.Act;
import jingwei.process.Article;
import jingwei.process.Stage;
import jingwei.standards.Text;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// 词汇: `api/vocabulary.json` has every word a program may meet in the contract, in Chinese and English.
class VocabularyTest {

    private static final Path[] SOURCES = {Path.of("src/main/java"), Path.of("../standards/src/main/java")};

    /// Codes whose whole sentence is made at run time: what is wrong with a point, or with a page of a process.
    private static final Set<String> TOLD_BY_THE_CASE = Set.of("point-malformed", "process-broken");

    @Test
    void theCommittedVocabularyIsWhatTheCodeSays() throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("acts", Arrays.stream(Act.values()).map(a -> word(a.word(), a.text(), "clause", a.requirement(), "axes",
                a.axes().stream().map(Axis::name).toList())).toList());
        all.put("stages", Arrays.stream(Stage.values()).map(s -> word(s.word(), s.text())).toList());
        all.put("posts", Arrays.stream(PostKind.values()).map(p -> word(p.word(), p.text(), "axis",
                p.axis().map(Axis::name).orElse(""))).toList());
        all.put("axes", Arrays.stream(Axis.values()).map(a -> word(a.name(), a.text())).toList());
        all.put("articles", Arrays.stream(Article.values()).map(a -> word(a.name(), a.text())).toList());
        all.put("fields", Arrays.stream(Field.values()).map(f -> word(f.key(), f.text())).toList());
        all.put("refusals", RefusalScan.read(SOURCES).values().stream()
                .map(said -> word(said.code(), Text.of(said.zh(), said.en()))).toList());
        Committed.same("api/vocabulary.json", JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()
                .writeValueAsString(all) + "\n");
    }

    @Test
    void everyRefusalSaysItInBothLanguages() throws IOException {
        List<String> silent = new ArrayList<>();
        Map<String, RefusalScan.Said> codes = RefusalScan.read(SOURCES);
        codes.values().stream().filter(said -> !TOLD_BY_THE_CASE.contains(said.code())).forEach(said -> {
            if (said.zh().codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                    || !said.en().matches("(?s).*[A-Za-z]{2}.*")) {
                silent.add(said.toString());
            }
        });
        assertThat(silent).isEmpty();
        assertThat(codes).hasSizeGreaterThan(80).containsKeys("not-your-axis", "not-now", "final", "no-such-case",
                "missing-particulars", "verify-first", "idempotency-key-missing", "coordinates-swapped");
    }

    private static Map<String, Object> word(String word, Text text, Object... more) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("word", word);
        said.put("zh", text.zh());
        said.put("en", text.en());
        for (int i = 0; i < more.length; i += 2) {
            said.put((String) more[i], more[i + 1]);
        }
        return said;
    }
}
