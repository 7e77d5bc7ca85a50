package jingwei.media.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// 字节范围: the part of a file a request asks for (RFC 9110, one range; several are answered with the whole).
///
/// @param from first byte
/// @param to   last byte
record ByteRange(long from, long to) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    long length() {
        return to - from + 1;
    }

    /// What to send of `size` bytes: the whole where nothing sensible was asked for; empty where nothing can be sent.
    static Optional<ByteRange> of(@Nullable String header, long size) {
        ByteRange whole = new ByteRange(0, size - 1);
        Matcher asked = ONE.matcher(header == null ? "" : header.strip());
        if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            return Optional.of(whole);
        }
        if (asked.group(1).isEmpty()) {
            long last = Long.parseLong(asked.group(2));
            return last == 0 ? Optional.empty() : Optional.of(new ByteRange(Math.max(0, size - last), size - 1));
        }
        long from = Long.parseLong(asked.group(1));
        long to = asked.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(asked.group(2)));
        if (!asked.group(2).isEmpty() && Long.parseLong(asked.group(2)) < from) {
            return Optional.of(whole);
        }
        return from >= size ? Optional.empty() : Optional.of(new ByteRange(from, to));
    }
}
