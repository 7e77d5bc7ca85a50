package jingwei.casework.history;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jingwei.casework.store.HistoryTables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 跟读案件: reads histories of the platform being served, by case or in the order in which transactions ended. It writes nothing.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Histories {

    private final HistoryTables tables;

    Histories(HistoryTables tables) {
        this.tables = tables;
    }

    /// 新办理: cases acted on by transactions that are over, from one transaction on.
    ///
    /// @param cases each once
    /// @param next  where to go on reading
    public record Changes(Set<UUID> cases, long next) {
    }

    /// What ended since; a transaction still open is left for the next time, with all that came after it (no act is ever
    /// skipped, however late its commit).
    public Changes since(long cursor, int most) {
        return tables.since(cursor, most);
    }

    /// The oldest transaction still open: everything before it can be read.
    public long horizon() {
        return tables.horizon();
    }

    public List<CaseHistory> read(Collection<UUID> ids) {
        return tables.read(ids);
    }

    /// Where these cases stand now; a case whose act is not over yet is told again when it is.
    public List<CaseStand> stands(Collection<UUID> ids) {
        return tables.stands(ids);
    }

    /// The next histories after that case, in the order of their ids; empty at the end.
    public List<CaseHistory> after(@Nullable UUID last, int most) {
        return tables.after(last, most);
    }
}
