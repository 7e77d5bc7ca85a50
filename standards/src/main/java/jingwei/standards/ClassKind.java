package jingwei.standards;

/// 部件或事件: the two kinds of things a city manages.
///
/// A component (部件) is a thing with an owner and a place; an event (事件) is something that happens at a place.
/// A component's responsible unit is its owner first, an event's is the territory first.
public enum ClassKind {
    COMPONENT("component", "部件"),
    EVENT("event", "事件");

    private final String word;
    private final String zh;

    ClassKind(String word, String zh) {
        this.word = word;
        this.zh = zh;
    }

    /// The English word of files and contracts.
    public String word() {
        return word;
    }

    public String zh() {
        return zh;
    }

    /// Reads `component`, `event`, 部件 or 事件; anything else is refused as `class-kind-unknown`.
    public static ClassKind of(String text) {
        for (ClassKind kind : values()) {
            if (kind.word.equals(text) || kind.zh.equals(text)) {
                return kind;
            }
        }
        throw Refusal.of(
                        Refusal.Kind.MALFORMED,
                        "class-kind-unknown",
                        Text.of("“" + text + "”既不是部件也不是事件。", "“" + text + "” is neither component nor event."),
                        Text.of("请填“部件”或“事件”。", "Write component or event."))
                .under("APM-04")
                .asException();
    }
}
