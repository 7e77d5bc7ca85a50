package jingwei.standards;

import java.util.Locale;

/// 中英文文本: one sentence in both languages of the house, Chinese first.
///
/// Chinese is the language of screens, manuals and refusals; English is given when a reader asks for it
/// (`Accept-Language: en`).
public record Text(String zh, String en) {

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    /// The sentence in the reader's language; anything but English is answered in Chinese.
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : zh;
    }

    @Override
    public String toString() {
        return zh;
    }
}
