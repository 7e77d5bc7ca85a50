package jingwei.basemap.update;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jingwei.basemap.Layer;
import jingwei.basemap.Layers;
import jingwei.basemap.store.UpdateStore;
import jingwei.identity.SignedIn;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.survey.CoordinateSystem;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 更新办理: proposes, receives, reviews and lets publish; the work itself is the {@link UpdateWorker}'s (BDR-02, BDR-05).
@Component
public class Updates {

    private static final int PART = 1_000_000;

    private final UpdateStore store;
    private final Layers layers;
    private final PlatformClock clock;

    Updates(UpdateStore store, Layers layers, PlatformClock clock) {
        this.store = store;
        this.layers = layers;
        this.clock = clock;
    }

    /// What a surveyor says about a file before it is sent.
    public record Proposal(UUID id, String layer, LandUpdate.Mode mode, String fileName, @Nullable String encoding,
            @Nullable String system, @Nullable String x, @Nullable String y, String note) {
    }

    /// @throws RefusedException `layer-unknown`, `layer-derived`, `coordinate-system-unknown`, `update-mode-wrong`
    @Transactional
    public LandUpdate propose(Proposal given, SignedIn who) {
        Layer layer = layers.get(given.layer());
        if (given.system() != null) {
            CoordinateSystem.of(given.system());
        }
        boolean fits = switch (layer.keeping()) {
            case FEATURES, UNIT_GRIDS, IMAGERY -> true;
            case COMPONENTS -> given.mode() == LandUpdate.Mode.MERGE;
            case DUTY_GRIDS -> given.mode() == LandUpdate.Mode.REPLACE;
            case COMMUNITIES -> throw Refusal.of(Refusal.Kind.CONFLICT, "layer-derived",
                    Text.of("社区范围由单元网格合并得出，不能单独导入", "communities are made of their cells and cannot be imported"),
                    Text.of("请导入单元网格", "import unit grids")).under("BDR-03").asException();
        };
        if (!fits) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "update-mode-wrong",
                    Text.of("图层“" + layer.nameZh() + "”不能这样更新", "the layer " + layer.id() + " cannot be updated this way"),
                    Text.of("部件只能合并（移除的填状态“移除”），责任网格只能整体替换",
                            "components are merged (state 移除 for what is gone), duty grids are replaced as a whole")).under("BDR-05").asException();
        }
        LandUpdate fresh = new LandUpdate(given.id(), layer.id(), given.mode(), given.fileName(), given.encoding(), given.system(),
                given.x(), given.y(), given.note(), UpdateState.RECEIVING, 0, -1, LandUpdate.Counts.NONE, 0, 0, null, null,
                clock.now(), post(who), who.person(), null, null, null, null, null);
        if (store.find(given.id()).isPresent()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "update-known", Text.of("更新标识已被使用", "the id is taken"),
                    Text.of("请换一个新的 UUID", "use a new UUID")).under("BDR-05").asException();
        }
        store.add(fresh);
        return fresh;
    }

    /// 网格划分: lets the worker propose cells from the published borders of communities and line layers; they are checked at once.
    @Transactional
    public LandUpdate divide(UUID id, String note, SignedIn who) {
        LandUpdate fresh = propose(new Proposal(id, "unit-grids", LandUpdate.Mode.REPLACE, "division.geojson", null, "cgcs2000", null, null,
                note.isBlank() ? "自动划分" : note), who);
        store.move(fresh.id(), UpdateState.DIVIDING, null);
        return get(fresh.id());
    }

    /// 页面草案: takes what was drawn on a page as an update of its own, complete and checked at once.
    @Transactional
    public LandUpdate draft(UUID id, String layer, LandUpdate.Mode mode, String fileName, byte[] file, String note, SignedIn who) {
        LandUpdate fresh = propose(new Proposal(id, layer, mode, fileName, null, "cgcs2000", null, null, note), who);
        for (int from = 0, number = 0; from < file.length; from += PART, number++) {
            store.part(fresh.id(), number, Arrays.copyOfRange(file, from, Math.min(file.length, from + PART)));
        }
        store.move(fresh.id(), UpdateState.CHECKING, null);
        return get(fresh.id());
    }

    @Transactional
    public void part(UUID id, int number, byte[] content) {
        in(id, UpdateState.RECEIVING);
        store.part(id, number, content);
    }

    /// The file is complete: lets it be checked. Also checks a file anew.
    ///
    /// @param parts how many parts there must be
    /// @throws RefusedException `update-parts-missing`, naming the numbers that lack
    @Transactional
    public LandUpdate check(UUID id, int parts) {
        LandUpdate update = in(id, UpdateState.RECEIVING, UpdateState.FAULTY, UpdateState.CHECKED);
        List<Integer> there = store.parts(update.id());
        List<String> missing = java.util.stream.IntStream.range(0, parts).filter(number -> !there.contains(number))
                .mapToObj(String::valueOf).limit(50).toList();
        if (parts < 1 || !missing.isEmpty()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "update-parts-missing", Text.of("文件还缺 " + Math.max(1, missing.size()) + " 段",
                            "parts of the file are missing"),
                    Text.of("请补传缺少的段后再检查", "send the missing parts and check again")).missing(missing).under("BDR-02").asException();
        }
        store.move(id, UpdateState.CHECKING, null);
        return get(id);
    }

    /// 审核. @throws RefusedException `own-proposal` for whoever proposed it
    @Transactional
    public LandUpdate review(UUID id, boolean accepted, String remark, SignedIn who) {
        LandUpdate update = in(id, UpdateState.CHECKED);
        if (update.proposer().equals(who.person())) {
            throw Refusal.of(Refusal.Kind.NOT_ALLOWED, "own-proposal",
                    Text.of("不能审核自己提出的更新", "nobody reviews what he proposed"),
                    Text.of("请由另一人审核", "let somebody else review it")).under("BDR-05").asException();
        }
        store.reviewed(id, accepted ? UpdateState.REVIEWED : UpdateState.DECLINED, clock.now(), post(who), remark);
        if (!accepted) {
            store.dropParts(id);
        }
        return get(id);
    }

    /// 发布: lets the worker publish what was reviewed.
    @Transactional
    public LandUpdate publish(UUID id, SignedIn who) {
        in(id, UpdateState.REVIEWED);
        store.publisher(id, post(who));
        store.move(id, UpdateState.PUBLISHING, null);
        return get(id);
    }

    /// 撤销: at any moment before it is published; a job that is running stops at its next record and leaves nothing behind.
    @Transactional
    public LandUpdate cancel(UUID id) {
        LandUpdate update = store.find(id).orElseThrow(Updates::unknown);
        if (update.state().isOver()) {
            throw wrong(update);
        }
        store.move(id, UpdateState.CANCELLED, null);
        return get(id);
    }

    @Transactional(readOnly = true)
    public LandUpdate get(UUID id) {
        return store.find(id).orElseThrow(Updates::unknown);
    }

    @Transactional(readOnly = true)
    public List<LandUpdate> latest(int limit) {
        return store.latest(limit);
    }

    @Transactional(readOnly = true)
    public List<UpdateFault> faults(UUID id, int after, int limit) {
        return store.faults(get(id).id(), after, limit);
    }

    @Transactional
    public void settle(UUID id, int number, boolean settled, String remark) {
        if (!store.settle(get(id).id(), number, settled, remark)) {
            throw unknown();
        }
    }

    private LandUpdate in(UUID id, UpdateState... states) {
        LandUpdate update = store.lock(id).orElseThrow(Updates::unknown);
        if (!List.of(states).contains(update.state())) {
            throw wrong(update);
        }
        return update;
    }

    static String post(SignedIn who) {
        return who.post() == null ? who.person().toString() : who.post();
    }

    private static RefusedException wrong(LandUpdate update) {
        return Refusal.of(Refusal.Kind.CONFLICT, "update-not-now",
                Text.of("更新处于“" + update.state().text().zh() + "”，现在不能这样办理", "the update is " + update.state().text().en()
                        + "; this cannot be done now"),
                Text.of("请刷新后查看当前状态", "reload and look at its state")).under("BDR-05").asException();
    }

    private static RefusedException unknown() {
        return Refusal.of(Refusal.Kind.NOT_FOUND, "update-unknown", Text.of("没有这次更新或这条差错", "there is no such update or fault"),
                Text.of("请从更新列表中选择", "choose one of the list")).under("BDR-05").asException();
    }
}
