package jingwei.casework;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingwei.casework.clock.CaseClock;
import jingwei.casework.clock.Clocks;
import jingwei.casework.oversight.Order;
import jingwei.casework.petition.Petition;
import jingwei.grid.GeoPoint;
import jingwei.process.Act;
import jingwei.process.Stage;
import jingwei.standards.AreaClass;
import jingwei.standards.ClassCode;
import jingwei.standards.TimeLimit;
import org.jspecify.annotations.Nullable;

/// 案件: an immutable picture of a case after its last act.
///
/// @param id             made once, by the client or the server; other tables refer to it
/// @param number         案件编号
/// @param process        process definition it was accepted under (A9)
/// @param processVersion and its version
/// @param state          state in that definition
/// @param stage          环节 of the state
/// @param version        number of acts so far; optimistic concurrency compares it
/// @param round          处置轮次, 1 and one more with each rework
/// @param trial          on trial (模拟运行): counts for no limit and no evaluation
/// @param begunAt        when it began
/// @param since          when it came into its state
/// @param reported       what was reported
/// @param spot           where
/// @param subject        of which class
/// @param filing         what was fixed at filing; null before
/// @param assignment     who handles it; null before the first dispatch and after a granted return
/// @param task           the open task of a collector
/// @param petitions      申请, decided and pending
/// @param orders         督办、催办、批示
/// @param links          other cases it belongs to
/// @param clocks         running clocks
/// @param hands          last person of each act, for the articles about who did what
/// @param marks          counters that evaluation and rules ask for
public record Case(UUID id, CaseNumber number, String process, int processVersion, String state, Stage stage, int version,
        int round, boolean trial, Instant begunAt, Instant since, Reported reported, Spot spot, Subject subject,
        @Nullable Filing filing, @Nullable Assignment assignment, @Nullable FieldTask task, List<Petition> petitions,
        List<Order> orders, Links links, Clocks clocks, Map<String, UUID> hands, Marks marks) {

    public Case {
        petitions = List.copyOf(petitions);
        orders = List.copyOf(orders);
        hands = Map.copyOf(hands);
    }

    /// 上报内容.
    public record Reported(ReportSource source, String description, Particulars.@Nullable Reporter reporter,
            @Nullable String number, String post, List<Evidence> evidence) {

        public Reported {
            evidence = List.copyOf(evidence);
        }
    }

    /// 位置: the chosen point with the areas that contain it, and the raw fix beside it.
    public record Spot(GeoPoint point, @Nullable GeoPoint fix, String address, String unitGrid, String community,
            String street, String district, @Nullable String dutyGrid, AreaClass areaClass) {
    }

    /// 类别: the class, the filing condition proposed, and for a component its code and owners.
    public record Subject(ClassCode classCode, @Nullable Integer condition, @Nullable String component,
            @Nullable String owner, @Nullable String maintainer) {
    }

    /// 立案: what the filing-and-closing sheet fixed on the case; later versions of the sheet never change it.
    public record Filing(int sheetVersion, int condition, String filingCondition, String closingCondition,
            TimeLimit limit, Instant at) {
    }

    /// 派遣: the lead unit, the supporting units, and until when a return is timely (拒签时限).
    public record Assignment(String unit, List<String> supporting, TimeLimit limit, Instant at, Instant returnUntil,
            boolean received) {

        public Assignment {
            supporting = List.copyOf(supporting);
        }
    }

    /// 核实或核查任务: which collector is to go.
    public record FieldTask(Kind kind, String collector, Instant at) {

        /// 核实 before filing, 核查 after handling.
        public enum Kind {
            VERIFY, CHECK
        }
    }

    /// 关联案件.
    public record Links(@Nullable CaseNumber original, @Nullable CaseNumber into, @Nullable CaseNumber parent,
            List<CaseNumber> parts) {

        public static final Links NONE = new Links(null, null, null, List.of());

        public Links {
            parts = List.copyOf(parts);
        }
    }

    /// 计数: what rules and evaluation ask for.
    public record Marks(boolean verified, int dispatches, int wrongDispatches, int lateReturns, int groundlessReturns,
            int extensions, int holds, int invalidChecks, Particulars.@Nullable Closing closing) {

        public static final Marks NONE = new Marks(false, 0, 0, 0, 0, 0, 0, 0, null);
    }

    /// The last person who performed the act, if anybody did.
    public Optional<UUID> hand(Act act) {
        return Optional.ofNullable(hands.get(act.word()));
    }

    /// The petition that waits for a decision. There is never more than one.
    @JsonIgnore
    public Optional<Petition> pending() {
        return petitions.stream().filter(Petition::isPending).findFirst();
    }

    /// 处置截止: when the unit's limit ends; empty before the first dispatch.
    @JsonIgnore
    public Optional<Instant> handlingDue() {
        return Optional.ofNullable(clocks.handling()).map(CaseClock::due);
    }

    /// 挂账中: the clocks stand still.
    @JsonIgnore
    public boolean isHeld() {
        return clocks.hold() != null;
    }

    public Case withReported(Reported value) {
        return copy().reported(value).make();
    }

    public Case withSpot(Spot value) {
        return copy().spot(value).make();
    }

    public Case withSubject(Subject value) {
        return copy().subject(value).make();
    }

    public Case withFiling(@Nullable Filing value) {
        return copy().filing(value).make();
    }

    public Case withAssignment(@Nullable Assignment value) {
        return copy().assignment(value).make();
    }

    public Case withTask(@Nullable FieldTask value) {
        return copy().task(value).make();
    }

    public Case withPetitions(List<Petition> value) {
        return copy().petitions(value).make();
    }

    public Case withOrders(List<Order> value) {
        return copy().orders(value).make();
    }

    public Case withLinks(Links value) {
        return copy().links(value).make();
    }

    public Case withClocks(Clocks value) {
        return copy().clocks(value).make();
    }

    public Case withMarks(Marks value) {
        return copy().marks(value).make();
    }

    public Case withRound(int value) {
        return copy().round(value).make();
    }

    /// The same case one act later: in its next state, with the hand that did it remembered.
    Case moved(String nextState, Stage nextStage, Act act, UUID person, Instant at) {
        Map<String, UUID> nextHands = new HashMap<>(hands);
        nextHands.put(act.word(), person);
        return copy().moved(nextState, nextStage, version + 1, nextState.equals(state) && version > 0 ? since : at)
                .hands(nextHands).make();
    }

    /// The case with the number it was given, last in the transaction that began it.
    public Case numbered(String region, LocalDate day, long ofTheDay) {
        return copy().number(CaseNumber.of(region, day, ofTheDay)).make();
    }

    private CaseCopy copy() {
        return new CaseCopy(this);
    }
}
