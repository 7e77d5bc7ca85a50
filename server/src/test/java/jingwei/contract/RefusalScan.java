package jingwei.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the codes of all refusals, with their sentences, out of the sources; what is filled in at run time shows as `…`.
final class RefusalScan {

    private static final Pattern CALL = Pattern.compile("\\b(?:Refusal\\s*\\.\\s*of|because|wrong)\\s*\\(");
    private static final Pattern CODE = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)*)\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /// @param zh sentence, with `…` where something is filled in
    record Said(String code, String zh, String en) {
    }

    private RefusalScan() {
    }

    static Map<String, Said> read(Path... trees) throws IOException {
        Map<String, Said> codes = new TreeMap<>();
        for (Path tree : trees) {
            try (Stream<Path> all = Files.walk(tree)) {
                for (Path file : all.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
                    String text = Files.readString(file);
                    Matcher call = CALL.matcher(text);
                    while (call.find()) {
                        said(arguments(text, call.end())).forEach(found -> codes.merge(found.code(), found,
                                (known, more) -> known.zh().isEmpty() ? more : known));
                    }
                }
            }
        }
        return codes;
    }

    private static List<Said> said(List<String> arguments) {
        for (int i = 0; i < Math.min(2, arguments.size()); i++) {
            Matcher code = CODE.matcher(arguments.get(i));
            if (!code.matches()) {
                continue;
            }
            List<String> rest = arguments.subList(i + 1, arguments.size());
            for (String argument : rest) {
                if (argument.startsWith("Text.of(")) {
                    List<String> texts = arguments(argument, "Text.of(".length());
                    return List.of(new Said(code.group(1), sentence(texts.getFirst()), sentence(texts.getLast())));
                }
            }
            for (int j = 0; j + 1 < rest.size(); j++) {
                if (rest.get(j).codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)) {
                    return List.of(new Said(code.group(1), sentence(rest.get(j)), sentence(rest.get(j + 1))));
                }
            }
            return List.of(new Said(code.group(1), "", ""));
        }
        return List.of();
    }

    /// The arguments of a call whose opening parenthesis ends before `from`.
    private static List<String> arguments(String text, int from) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                quoted = c != '"' || text.charAt(i - 1) == '\\';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && depth-- == 0) {
                break;
            } else if (c == ',' && depth == 0) {
                arguments.add(argument.toString().strip());
                argument.setLength(0);
                continue;
            }
            argument.append(c);
        }
        arguments.add(argument.toString().strip());
        return arguments;
    }

    private static String sentence(String expression) {
        StringBuilder sentence = new StringBuilder();
        Matcher literal = LITERAL.matcher(expression);
        int end = 0;
        while (literal.find()) {
            if (expression.substring(end, literal.start()).replaceAll("[\\s+]", "").length() > 0) {
                sentence.append('…');
            }
            sentence.append(literal.group(1).replace("\\\"", "\"").replace("%s", "…").replace("%d", "…"));
            end = literal.end();
        }
        if (expression.substring(end).replaceAll("[\\s+]", "").length() > 0) {
            sentence.append('…');
        }
        return sentence.toString();
    }
}
