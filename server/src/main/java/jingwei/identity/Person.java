package jingwei.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 自然人: a human being known to the platform. Accounts and posts belong to one.
///
/// @param name  as in the papers
/// @param phone null where none was given
public record Person(UUID id, String name, @Nullable String phone) {
}
