package jingwei.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.casework.CaseTown;
import jingwei.door.TestClient;
import jingwei.door.TestClient.Answer;
import jingwei.grid.UnitGrid;
import jingwei.grid.town.Town;
import jingwei.grid.town.TownPlan;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;

/// Cells edited on the page over HTTP: tried, proposed, reviewed by somebody else, published; a draft on land that moved on is not taken.
@Requirement({"BDR-02", "BDR-03", "BDR-05"})
class CellEditsOverHttpTest {

    private static final CaseTown TOWN = CaseTown.open();
    private static final Town DRAWN = Town.draw(4103, TownPlan.xinan());
    private static final TestClient EDITOR = TOWN.as("xinan", "administrator-1");
    private static final UpdateFlow FLOW = new UpdateFlow(EDITOR, TOWN.as("xinan", "center-chief-1"));

    @Test
    void editsAreTriedProposedAndPublishedAndAnOlderDraftIsNotTaken() {
        List<UnitGrid> cells = DRAWN.map().cells();
        UnitGrid last = cells.getLast();
        UnitGrid beside = cells.stream().filter(cell -> cell != last && cell.code().community().equals(last.code().community())
                && cell.outline().intersection(last.outline()).getLength() > 0).findFirst().orElseThrow();
        Map<String, Object> merge = Map.of("kind", "MERGE", "cells", List.of(last.code().digits(), beside.code().digits()));
        Answer tried = EDITOR.post("/api/basemap/cell-edits/trial", Map.of("edits", List.of(merge)));
        assertThat(tried.status()).as(tried.body()).isEqualTo(200);
        assertThat(tried.json().get("ended")).hasSize(2);
        assertThat(EDITOR.get("/api/unit-grids/" + last.code()).status()).isEqualTo(200);
        String first = propose(List.of(merge));
        String second = propose(List.of(Map.of("kind", "NOTE", "cell", cells.getFirst().code().digits(), "note", "河滩")));
        assertThat(FLOW.settled(first).get("state").asString()).isEqualTo("CHECKED");
        assertThat(FLOW.settled(second).get("state").asString()).isEqualTo("CHECKED");
        FLOW.review(first);
        FLOW.review(second);
        FLOW.publish(first);
        JsonNode done = FLOW.settled(first);
        assertThat(List.of(done.get("added").asInt(), done.get("removed").asInt())).isEqualTo(List.of(1, 2));
        FLOW.publish(second);
        assertThat(FLOW.settled(second).get("message").asString()).contains("又有变更发布");
        JsonNode trail = EDITOR.get("/api/unit-grids/" + last.code() + "/successions").json();
        assertThat(trail.get(0).get("kind").asString()).isEqualTo("MERGED");
        String fresh = trail.get(0).get("to").asString();
        // A code that was ever used is not given again, not even by an edit of its own.
        assertThat(EDITOR.post("/api/basemap/cell-edits/trial", Map.of("edits", List.of(Map.of("kind", "RENUMBER", "cell", fresh, "code",
                last.code().digits())))).code()).isEqualTo("edit-code-taken");
    }

    private static String propose(List<Map<String, Object>> edits) {
        Answer begun = EDITOR.post("/api/basemap/cell-edits", Map.of("id", UUID.randomUUID().toString(), "note", "编辑", "edits", edits));
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        return begun.json().get("id").asString();
    }

    @Test
    void whatIsWrongIsSaid() {
        // A corner where four cells meet.
        List<UnitGrid> cells = DRAWN.map().cells();
        Coordinate at = cells.stream().flatMap(cell -> List.of(cell.outline().getCoordinates()).stream().distinct())
                .filter(one -> cells.stream().filter(cell -> List.of(cell.outline().getCoordinates()).contains(one)).count() == 4)
                .findFirst().orElseThrow();
        assertThat(tried(List.of())).isEqualTo("edits-out-of-range");
        assertThat(tried(List.of(Map.of("kind", "MOVE", "from", new double[] {at.x, at.y})))).isEqualTo("edit-incomplete");
        assertThat(tried(List.of(Map.of("kind", "REMOVE", "at", new double[] {at.y, at.x})))).isEqualTo("edit-incomplete");
        assertThat(tried(List.of(Map.of("kind", "REMOVE", "at", new double[] {at.x + 1, at.y})))).isEqualTo("edit-place-unknown");
        assertThat(tried(List.of(Map.of("kind", "MOVE", "from", new double[] {at.x, at.y}, "to", new double[] {at.x + 0.01, at.y}))))
                .isEqualTo("edit-outline-crossed");
        assertThat(TOWN.as("xinan", "collector-1").post("/api/basemap/cell-edits/trial", Map.of()).code()).isEqualTo("permission-missing");
    }

    private static String tried(List<?> edits) {
        return EDITOR.post("/api/basemap/cell-edits/trial", Map.of("edits", edits)).code();
    }

    @Test
    void beatsAreProposedByTheirLoadAsAnUpdate() {
        String id = UUID.randomUUID().toString();
        Answer begun = EDITOR.post("/api/basemap/updates/beats", Map.of("id", id, "count", 8));
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        JsonNode checked = FLOW.settled(id);
        assertThat(checked.get("state").asString()).as(FLOW.faults(id).toString()).isEqualTo("CHECKED");
        assertThat(checked.get("added").asInt() + checked.get("changed").asInt() + checked.get("unchanged").asInt()).isBetween(5, 12);
        EDITOR.post("/api/basemap/updates/" + id + "/cancellation", Map.of());
        assertThat(EDITOR.post("/api/basemap/updates/beats", Map.of("count", 0)).code()).isEqualTo("beats-out-of-range");
        assertThat(EDITOR.post("/api/basemap/updates/beats", Map.of()).code()).isEqualTo("update-field-missing");
    }
}
