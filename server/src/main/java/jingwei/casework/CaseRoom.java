package jingwei.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jingwei.casework.store.CaseSearch;
import jingwei.casework.store.CaseTables;
import jingwei.grid.GeoPoint;
import jingwei.identity.SignedIn;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.process.ProcessSettings;
import jingwei.standards.ClassCode;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 案件室: the case office of the server, its transactions and its speakers.
@Component
public class CaseRoom {

    private final CaseOffice office;
    private final CaseTables store;
    private final Surroundings around;
    private final Organizations organizations;
    private final CaseSearch search;

    CaseRoom(CaseTables store, Surroundings around, Organizations organizations, CaseSearch search,
            ApplicationEventPublisher events) {
        Consumer<ActPerformed> listeners = events::publishEvent;
        this.office = new CaseOffice(store, around, listeners);
        this.store = store;
        this.around = around;
        this.organizations = organizations;
        this.search = search;
    }

    /// Performs the act, or throws its refusal so that the transaction is rolled back.
    @Transactional
    public Outcome.Performed perform(ActRequest request, Performer performer) {
        return office.perform(request, performer).performed();
    }

    /// The case, if the speaker may see it.
    @Transactional(readOnly = true)
    public Optional<Case> find(CaseNumber number, Performer performer) {
        return store.find(number).filter(found -> Sight.sees(around, performer.post(), found))
                .map(found -> Sight.shown(performer.post(), found));
    }

    @Transactional(readOnly = true)
    public List<CaseAct> docket(Case theCase) {
        return store.acts(theCase.id());
    }

    @Transactional(readOnly = true)
    public List<PossibleAct> possible(Case theCase, Performer performer) {
        return performer.post().axis() == null ? List.of() : office.possible(theCase, performer);
    }

    /// 在办核实核查任务: how many open tasks each collector's post has; posts without one are left out.
    @Transactional(readOnly = true)
    public Map<String, Integer> openTasks() {
        return search.openTasks();
    }

    /// 案件查询 for a room above: newest first, only what the performer's post may see.
    @Transactional(readOnly = true)
    public List<CaseLine> list(CaseFilter filter, Performer performer, int most) {
        return search.page(filter, around.organization(), performer.post(), around.now(), null, most).cases();
    }

    /// 疑似重复 before anything is reported (ACQ-19): cases of the class near the point, nearest first.
    @Transactional(readOnly = true)
    public List<CaseLine> probableDuplicates(ClassCode classCode, GeoPoint at) {
        ProcessSettings settings = around.process().settings();
        return search.near(classCode, at, null, settings.duplicateMeters(), settings.duplicateDays(), around.now());
    }

    public Surroundings around() {
        return around;
    }

    /// Who is speaking, from which post; from the picture in memory, so no transaction is opened for it.
    ///
    /// @throws jingwei.standards.RefusedException `no-post`
    public Performer speaker() {
        SignedIn who = SignedIn.current();
        Post post = Optional.ofNullable(who.post()).flatMap(organizations.current()::post)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_ALLOWED, "no-post",
                        Text.of("您没有岗位，不能办理案件", "you hold no post and perform no act"),
                        Text.of("请管理员安排岗位", "ask the administrator for a post")).under("APM-02").asException());
        return Performer.of(who.person(), post);
    }
}
