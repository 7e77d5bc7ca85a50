package jingwei.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 一页案件, newest first.
///
/// @param next where the next page begins; null on the last one
public record CasePage(List<CaseLine> cases, @Nullable String next) {

    public CasePage {
        cases = List.copyOf(cases);
    }
}
