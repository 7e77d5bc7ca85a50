package jingwei.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// 案件存储: where cases and their acts are kept. PostgreSQL in the server; memory in stories and dry runs.
public interface CaseStore {

    /// The case, locked against other hands until the transaction ends.
    Optional<Case> lock(CaseNumber number);

    Optional<Case> find(CaseNumber number);

    /// A case a client began under its own id before.
    Optional<Case> find(UUID id);

    /// Keeps a new case with its first act and gives it its number, taken last.
    Case begin(Case theCase, CaseAct act, String region, LocalDate day);

    /// Keeps the next picture of a case and appends its act.
    void append(Case theCase, CaseAct act);

    /// The docket, oldest first.
    List<CaseAct> acts(UUID caseId);
}
