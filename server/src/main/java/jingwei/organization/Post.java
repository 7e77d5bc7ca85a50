package jingwei.organization;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 岗位: a place in an organization from which acts are performed. Acts on a case name the post, not the account.
///
/// @param id             a short word, issued once: `dispatcher-1`
/// @param kind           岗位类型
/// @param axis           the axis of its organization; null for the administrator
/// @param organizationId the organization it belongs to
/// @param name           Chinese name
/// @param holders        natural persons who hold it now
/// @param inForce        false after the post was ended; its name stays for old acts
public record Post(String id, PostKind kind, @Nullable Axis axis, String organizationId, String name,
        List<UUID> holders, boolean inForce) {

    public Post {
        holders = List.copyOf(holders);
    }

    /// A post in force that nobody holds yet.
    public static Post vacant(String id, PostKind kind, String organizationId, String name) {
        return new Post(id, kind, kind.axis().orElse(null), organizationId, name, List.of(), true);
    }

    Post heldBy(List<UUID> persons) {
        return new Post(id, kind, axis, organizationId, name, persons, inForce);
    }
}
