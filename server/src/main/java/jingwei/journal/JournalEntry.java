package jingwei.journal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 日志条目: one thing that happened.
///
/// @param at      wall time
/// @param post    the post in use then
/// @param subject what it happened to: an account's name, a request's path, a record
/// @param action  code word of what was done, or how it ended
/// @param detail  particulars; no password, no reporter's identity (SEC-03)
/// @param address network address it came from
public record JournalEntry(UUID id, Kind kind, Instant at, @Nullable UUID account, @Nullable UUID person,
        @Nullable String post, String subject, String action, Map<String, Object> detail, @Nullable String address) {

    /// The four kinds of APM-09.
    public enum Kind {
        SIGN_IN("登录"), OPERATION("操作"), DATA_CHANGE("数据变更"), EXCHANGE("数据交换");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }
}
