package jingwei.geocoding;

import java.util.List;

/// 查询结果: spots, best first, or an honest refusal with its reason.
public sealed interface Answer {

    /// 有结果 spots, best first; never empty.
    record Spots(List<Found> found) implements Answer {
        public Spots {
            found = List.copyOf(found);
        }
    }

    /// 未能匹配 nothing that could be answered for.
    ///
    /// @param code       word for programs, e.g. `roads-do-not-meet`
    /// @param reason     one Chinese sentence
    /// @param understood ids of the places that were recognized all the same
    record Nothing(String code, String reason, List<String> understood) implements Answer {
        public Nothing {
            understood = List.copyOf(understood);
        }
    }
}
