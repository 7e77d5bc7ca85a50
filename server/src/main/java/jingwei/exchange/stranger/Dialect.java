package jingwei.exchange.stranger;

import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jingwei.exchange.LetterKind;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.survey.Conversion;
import jingwei.survey.CoordinateSystem;
import org.jspecify.annotations.Nullable;

/// 对接方言: how a stranger speaks, as a mapping file says it: encoding, envelope, codes of messages, names of fields, code maps,
/// the coordinate system. Nothing of one city's gateway stands in the program.
///
/// @param charset     encoding it reads and declares
/// @param time        pattern of its moments, wall time
/// @param coordinates word of its coordinate system
/// @param document    root element of its messages
/// @param code        path of the message's code; empty where the code is a parameter of the call
/// @param always      fields of every message
/// @param body        path of what a repeat is known by; empty for the whole document
public record Dialect(String id, String nameZh, String nameEn, String noteZh, String charset, String time, String coordinates,
        Procedure call, Reply reply, String document, String code, List<Entry> always, String body, Attachments attachments,
        List<Message> messages) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]{0,60}");
    private static final Pattern PATH = Pattern.compile(NAME.pattern() + "(/" + NAME.pattern() + "){0,8}");
    private static final Pattern POINTER = Pattern.compile("(/[A-Za-z]{1,30}){1,4}");
    private static final Set<String> CHARSETS = Set.of("GB2312", "GBK", "GB18030", "UTF-8");
    private static final Set<String> PARAMETERS = Set.of("document", "code", "us", "them");
    private static final Set<String> TYPES = Set.of("text", "time", "integer", "flag", "x", "y");

    /// 调用: a SOAP operation and its parameters in order, each a name and what goes into it: `document`, `code`, `us`, `them`.
    public record Procedure(String namespace, String operation, List<List<String>> parameters) {
    }

    /// 答复. @param needed whether an answer other than `ok` means that the message was not taken
    public record Reply(boolean needed, String ok, String failed, String between) {
    }

    /// 一个栏目: where it stands in the message and in the letter.
    ///
    /// @param part  which part of a code such as `component-0118`, from 0
    /// @param lead  digits the stranger writes in front and we do not
    /// @param codes its codes and our words
    /// @param out   only when written
    public record Entry(String xml, @Nullable String letter, @Nullable String constant, @Nullable String type, @Nullable Integer part,
            @Nullable String lead, @Nullable Map<String, String> codes, @Nullable Boolean out) {
    }

    /// 附件. @param kinds its codes by our kinds of media
    public record Attachments(String xml, String name, String kind, String content, String address, Map<String, String> kinds) {
    }

    /// 交办方, 承办方.
    public enum Side {
        GIVER, TAKER
    }

    /// 一种报文.
    ///
    /// @param kinds kinds of letters it carries; the first one is what it becomes when it comes
    /// @param when  path and value that tell it from others of the same code
    /// @param given pointer and value a letter must have to go as this message
    /// @param shows what its attachments show when it comes
    /// @param in    only read
    /// @param out   only written
    public record Message(String code, String name, Side from, List<String> kinds, @Nullable List<String> when, @Nullable List<String> given,
            @Nullable String shows, @Nullable Boolean in, @Nullable Boolean out, List<Entry> fields) {
    }

    /// Words of the kinds it has a message for.
    public Set<String> spoken() {
        Set<String> all = new TreeSet<>();
        messages.forEach(each -> all.addAll(each.kinds()));
        return all;
    }

    Optional<String> parameter(String holds) {
        return call.parameters().stream().filter(each -> each.getLast().equals(holds)).map(List::getFirst).findFirst();
    }

    /// Itself, where nothing is wrong with it. @throws RefusedException `bad-dialect`
    public Dialect checked() {
        List<String> wrong = new ArrayList<>();
        require(wrong, id != null && NAME.matcher(id).matches(), "id");
        require(wrong, Stream.of(nameZh, nameEn, noteZh, body, code).allMatch(each -> each != null && each.length() < 300), "nameZh、nameEn、noteZh、body、code");
        require(wrong, charset != null && CHARSETS.contains(charset) && Charset.isSupported(charset), "charset");
        require(wrong, pattern(time), "time");
        require(wrong, system(), "coordinates");
        require(wrong, call != null && call.operation() != null && NAME.matcher(call.operation()).matches() && call.namespace() != null
                && call.parameters() != null && call.parameters().stream().allMatch(each -> each.size() == 2
                && NAME.matcher(each.getFirst()).matches() && PARAMETERS.contains(each.getLast())), "call");
        require(wrong, reply != null && Stream.of(reply.ok(), reply.failed(), reply.between()).allMatch(each -> each != null), "reply");
        require(wrong, document != null && NAME.matcher(document).matches(), "document");
        require(wrong, attachments != null && Stream.of(attachments.xml(), attachments.name(), attachments.kind(), attachments.content(),
                attachments.address()).allMatch(each -> each != null && PATH.matcher(each).matches()) && attachments.kinds() != null, "attachments");
        require(wrong, lines(always), "always");
        require(wrong, messages != null && !messages.isEmpty() && messages.size() <= 200, "messages");
        if (wrong.isEmpty()) {
            require(wrong, call.parameters().stream().anyMatch(each -> each.getLast().equals("document")), "call.parameters：document");
            require(wrong, !code.isEmpty() || call.parameters().stream().anyMatch(each -> each.getLast().equals("code")), "code");
            messages.forEach(each -> require(wrong, message(each), "messages：" + each.code() + " " + each.name()));
        }
        if (!wrong.isEmpty()) {
            throw refuse(String.join("、", wrong));
        }
        return this;
    }

    private boolean message(Message m) {
        return m.code() != null && !m.code().isBlank() && m.name() != null && m.from() != null && m.kinds() != null && !m.kinds().isEmpty()
                && m.kinds().stream().allMatch(each -> LetterKind.ofWord(each).isPresent()) && lines(m.fields())
                && (m.when() == null || m.when().size() == 2 && PATH.matcher(m.when().getFirst()).matches())
                && (m.given() == null || m.given().size() == 2 && POINTER.matcher(m.given().getFirst()).matches());
    }

    private static boolean lines(@Nullable List<Entry> lines) {
        return lines != null && lines.size() <= 200 && lines.stream().allMatch(each -> each.xml() != null && PATH.matcher(each.xml()).matches()
                && (each.constant() != null || each.letter() != null && POINTER.matcher(each.letter()).matches())
                && (each.type() == null || TYPES.contains(each.type())) && (each.part() == null || each.part() == 0 || each.part() == 1));
    }

    private static boolean pattern(@Nullable String time) {
        try {
            return time != null && !DateTimeFormatter.ofPattern(time).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Systems that need the surveying office's parameters are not for a mapping file.
    private boolean system() {
        return coordinates != null && CoordinateSystem.find(coordinates).filter(each -> !each.datum().needsParameters()).isPresent();
    }

    Conversion conversion() {
        return Conversion.of(CoordinateSystem.of(coordinates), Map.of());
    }

    private static void require(List<String> wrong, boolean holds, String what) {
        if (!holds) {
            wrong.add(what);
        }
    }

    static RefusedException refuse(String what) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "bad-dialect", Text.of("对接方言不合格式：" + what, "the mapping file is malformed: " + what),
                Text.of("请对照 docs/formats/stranger-1.0.md 改正", "see docs/formats/stranger-1.0.md")).under("EXC-05").asException();
    }
}
