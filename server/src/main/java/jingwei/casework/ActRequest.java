package jingwei.casework;

import java.util.UUID;
import jingwei.process.Act;
import org.jspecify.annotations.Nullable;

/// 办理请求: somebody wishes to perform an act.
///
/// @param number          the case; null for the acts that begin one
/// @param act             what is to be done
/// @param expectedVersion the version the speaker saw; a stale one is refused, null asks for no check
/// @param particulars     what the act says
/// @param id              id made by the client for a case that begins, so that a repeat is known; null lets the server make one
public record ActRequest(@Nullable CaseNumber number, Act act, @Nullable Integer expectedVersion,
        Particulars particulars, @Nullable UUID id) {

    public static ActRequest begin(Act act, Particulars particulars) {
        return new ActRequest(null, act, null, particulars, null);
    }

    public static ActRequest on(CaseNumber number, Act act, Particulars particulars) {
        return new ActRequest(number, act, null, particulars, null);
    }
}
