package jingwei.process;

import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 违反: a fault of a definition, by line.
///
/// @param article the article broken; null where the page could not be read that far
/// @param line    line of the page, 0 for the page as a whole
public record Breach(@Nullable Article article, int line, Text what) {

    static Breach unreadable(int line, String zh, String en) {
        return new Breach(null, line, Text.of(zh, en));
    }

    static Breach of(Article article, int line, String zh, String en) {
        return new Breach(article, line, Text.of(zh, en));
    }

    @Override
    public String toString() {
        return "第 " + line + " 行" + (article == null ? "" : " " + article) + "：" + what.zh();
    }
}
