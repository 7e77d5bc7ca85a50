package jingwei.casework;

/// 影音证据: a photo or a recording of the media room, and what it shows of the case.
///
/// @param hash SHA-256 of the bytes, as the media room answered
/// @param kind what it shows
public record Evidence(String hash, Kind kind) {

    /// 证据类别: before and after handling, at verification, at check, or a paper.
    public enum Kind {
        BEFORE, AFTER, VERIFY, CHECK, DOCUMENT
    }
}
