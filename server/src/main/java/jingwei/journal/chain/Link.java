package jingwei.journal.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// 环: one entry in the chain.
///
/// @param seq  its place, from 1 without a gap
/// @param text the entry as one canonical line, the same for the same entry in every version of this program
/// @param hash 64 hex digits: SHA-256 of the hash before, a line feed and the text, in UTF-8
public record Link(long seq, String text, String hash) {

    /// What stands before the first link.
    public static final String ROOT = "0".repeat(64);

    /// The hash of a text that follows the hash before.
    public static String hash(String before, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest((before + '\n' + text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// One line of an export: place, hash and text, parted by tabs. @see #parse
    public String line() {
        return seq + "\t" + hash + "\t" + text;
    }

    /// @throws IllegalArgumentException where the line is no link
    public static Link parse(String line) {
        String[] parts = line.split("\t", 3);
        if (parts.length != 3 || !parts[0].matches("[0-9]{1,18}") || !parts[1].matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(line);
        }
        return new Link(Long.parseLong(parts[0]), parts[2], parts[1]);
    }
}
