package jingwei.casework.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingwei.casework.Case;
import jingwei.casework.CaseAct;
import jingwei.casework.CaseNumber;
import jingwei.casework.CaseStore;

/// Cases kept in memory: what a dry run of a process or a story in milliseconds writes to, and nothing a user relies on.
public final class CasesInMemory implements CaseStore {

    private final Map<CaseNumber, Case> cases = new LinkedHashMap<>();
    private final Map<UUID, List<CaseAct>> acts = new LinkedHashMap<>();
    private final Map<LocalDate, Integer> days = new LinkedHashMap<>();

    @Override
    public Optional<Case> lock(CaseNumber number) {
        return find(number);
    }

    @Override
    public Optional<Case> find(CaseNumber number) {
        return Optional.ofNullable(cases.get(number));
    }

    @Override
    public Optional<Case> find(UUID id) {
        return cases.values().stream().filter(kept -> kept.id().equals(id)).findFirst();
    }

    @Override
    public Case begin(Case theCase, CaseAct act, String region, LocalDate day) {
        Case numbered = theCase.numbered(region, day, days.merge(day, 1, Integer::sum));
        cases.put(numbered.number(), numbered);
        acts.computeIfAbsent(theCase.id(), id -> new ArrayList<>()).add(act);
        return numbered;
    }

    @Override
    public void append(Case theCase, CaseAct act) {
        cases.put(theCase.number(), theCase);
        acts.get(theCase.id()).add(act);
    }

    @Override
    public List<CaseAct> acts(UUID caseId) {
        return List.copyOf(acts.getOrDefault(caseId, List.of()));
    }
}
