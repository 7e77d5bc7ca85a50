package jingwei.conformance.proof;

import java.util.List;
import java.util.Map;

/// 已演案件: what the players know of one case: what they sent and were told is done.
///
/// @param acts   in the order they were answered
/// @param photos SHA-256 of each, reckoned here, with what it shows
/// @param below  handed down to the county and handled there
record Played(String number, String words, List<String> acts, Map<String, String> photos, boolean below) {
}
