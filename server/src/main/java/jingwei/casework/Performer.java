package jingwei.casework;

import java.util.UUID;
import jingwei.organization.Post;
import org.jspecify.annotations.Nullable;

/// 办理人: who performs an act: a natural person speaking from a post.
///
/// @param person    the person; the articles about who did what are held against persons
/// @param post      the post acted from
/// @param enteredBy on trial: the command post that entered the answer of a unit that has not joined yet
public record Performer(UUID person, Post post, @Nullable String enteredBy) {

    public static Performer of(UUID person, Post post) {
        return new Performer(person, post, null);
    }
}
