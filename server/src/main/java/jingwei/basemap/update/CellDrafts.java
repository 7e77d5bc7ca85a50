package jingwei.basemap.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.grid.Land;
import jingwei.grid.edit.CellEdit;
import jingwei.grid.edit.CellEdits;
import jingwei.grid.edit.EditedCells;
import jingwei.identity.SignedIn;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.survey.file.GeoJsonShape;
import jingwei.workcalendar.PlatformClock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// 网格编辑草案: edits of cells drawn on the page; tried at any moment, proposed as an update like any other (BDR-02, BDR-05).
@Component
public class CellDrafts {

    private static final int MOST = 500;

    private final Land land;
    private final Updates updates;
    private final PlatformClock clock;
    private final JsonMapper json;

    CellDrafts(Land land, Updates updates, PlatformClock clock, JsonMapper json) {
        this.land = land;
        this.updates = updates;
        this.clock = clock;
        this.json = json;
    }

    /// What the edits would make of the cells in force. Writes nothing.
    public EditedCells apply(List<CellEdit> edits) {
        if (edits.isEmpty() || edits.size() > MOST) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "edits-out-of-range", Text.of("编辑步骤应为 1 至 " + MOST + " 步，现有 " + edits.size() + " 步",
                            "there must be 1 to " + MOST + " edits"),
                    Text.of("请先编辑；步骤多时分几次提交", "edit first; propose many edits in several drafts")).under("BDR-05").asException();
        }
        return new CellEdits(land.current(), land::codesUsed, clock.today(), "网格编辑").apply(edits);
    }

    /// Proposes them: the communities touched, complete, as an update that is checked at once.
    public LandUpdate propose(UUID id, List<CellEdit> edits, String note, SignedIn who) {
        String revision = String.valueOf(land.revision());
        EditedCells done = apply(edits);
        List<Map<String, Object>> cells = new ArrayList<>();
        done.communities().forEach(cell -> {
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("code", cell.code().digits());
            about.put("areaClass", cell.areaClass().name());
            about.put(CellIntake.DRAWN_ON, revision);
            if (cell.note() != null) {
                about.put("note", cell.note());
            }
            cells.add(Map.of("type", "Feature", "properties", about, "geometry", GeoJsonShape.write(cell.outline())));
        });
        return updates.draft(id, "unit-grids", LandUpdate.Mode.MERGE, "cell-edits.geojson",
                json.writeValueAsBytes(Map.of("type", "FeatureCollection", "features", cells)), note.isBlank() ? "网格编辑" : note, who);
    }
}
