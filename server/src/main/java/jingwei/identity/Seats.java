package jingwei.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/// 岗位来源: which posts a person holds. Identity asks; the organization room answers (a fixed list does in tests).
public interface Seats {

    /// @param person the natural person
    /// @return the posts held now; empty for somebody without one
    List<Seat> of(UUID person);

    /// 在岗: one post a person may speak from, chosen by the header `X-Post`.
    ///
    /// @param post        id of the post
    /// @param name        Chinese name of the post, as shown to choose from
    /// @param permissions what the post allows
    record Seat(String post, String name, Set<Permission> permissions) {

        public Seat {
            permissions = Set.copyOf(permissions);
        }
    }
}
