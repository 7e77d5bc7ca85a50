package jingwei.organization;

/// 待办来源: how much work lies at a post. The organization asks before somebody leaves; the rooms that have work answer.
public interface WaitingWork {

    /// @return how many cases wait for that post
    long at(Post post);
}
