package jingwei.component;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jingwei.component.store.ComponentStore;
import jingwei.component.store.MarkStore;
import jingwei.grid.GeoPoint;
import jingwei.grid.LandMap;
import jingwei.grid.LocalPlane;
import jingwei.standards.ClassCode;
import jingwei.standards.ComponentCode;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.standards.UnitGridCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 部件台账: finds, adds and changes the managed components of the platform being served.
@Component
public class Components {

    private static final int EVERYTHING = Integer.MAX_VALUE;
    private static final double FIRST_LOOK_METERS = 50;

    private final ComponentStore store;
    private final MarkStore marks;

    Components(ComponentStore store, MarkStore marks) {
        this.store = store;
        this.marks = marks;
    }

    /// 部件数据版本: grows with every change of the inventory; 0 where there is none yet.
    @Transactional(readOnly = true)
    public long revision() {
        return marks.revision();
    }

    /// How many components there are, removed ones left out.
    @Transactional(readOnly = true)
    public long count() {
        return marks.standing();
    }

    /// How many stand in each cell, removed ones left out.
    public Map<UnitGridCode, Long> countByCell() {
        return store.countByCell();
    }

    /// 点位: what stands in a box of degrees, at most `limit`, removed components left out; the light form for maps.
    @Transactional(readOnly = true)
    public List<ComponentMark> marks(Envelope box, int limit) {
        return marks.inBox(box, limit);
    }

    /// The next components in the order of codes, removed ones left out.
    @Transactional(readOnly = true)
    public List<ComponentMark> marksAfter(String code, int limit) {
        return marks.after(code, limit);
    }

    /// 增量: what changed behind a revision, in pages by code; removed components are told too (BDR-04).
    @Transactional(readOnly = true)
    public List<ComponentMark> changedSince(long revision, long upTo, String after, int limit) {
        return marks.since(revision, upTo, after, limit);
    }

    @Transactional(readOnly = true)
    public Optional<ManagedComponent> find(ComponentCode code) {
        return store.find(code);
    }

    /// The components of these codes, as far as they are known.
    @Transactional(readOnly = true)
    public List<ManagedComponent> findAll(Collection<ComponentCode> codes) {
        return store.findAll(codes);
    }

    /// 附近部件: the nearest components, nearest first; removed ones are left out.
    ///
    /// The circle looked at grows from 50 m until it holds enough or reaches the limit, so a crowded crossing does not
    /// read a whole quarter.
    ///
    /// @param classCode only this class; null for every class
    /// @param count     how many at most
    /// @param maxMeters how far at most
    @Transactional(readOnly = true)
    public List<NearComponent> nearest(@Nullable ClassCode classCode, GeoPoint from, int count, double maxMeters) {
        double radius = Math.min(FIRST_LOOK_METERS, maxMeters);
        while (true) {
            double reach = radius;
            List<NearComponent> near = store.inBox(around(from, reach), classCode, EVERYTHING).stream()
                    .map(component -> new NearComponent(component, LandMap.distanceMeters(from, component.at())))
                    .filter(found -> found.meters() <= reach)
                    .sorted(Comparator.comparingDouble(NearComponent::meters)
                            .thenComparing(found -> found.component().code()))
                    .limit(count).toList();
            if (near.size() == count || reach >= maxMeters) {
                return near;
            }
            radius = Math.min(radius * 3, maxMeters);
        }
    }

    /// What stands in a box of degrees, at most `limit`, removed components left out.
    @Transactional(readOnly = true)
    public List<ManagedComponent> inBox(Envelope box, @Nullable ClassCode classCode, int limit) {
        return store.inBox(box, classCode, limit);
    }

    /// 变更历史: every version, the first record first.
    @Transactional(readOnly = true)
    public List<ComponentChange> history(ComponentCode code) {
        return store.history(code);
    }

    /// Adds components, all or none. @throws RefusedException `component-code-taken` (BDR-04)
    @Transactional
    public void add(List<ManagedComponent> components) {
        Set<ComponentCode> codes = new HashSet<>();
        components.stream().map(ManagedComponent::code).filter(code -> !codes.add(code)).findFirst()
                .ifPresent(code -> {
                    throw taken(code.digits());
                });
        try {
            store.add(components);
        } catch (DuplicateKeyException e) {
            throw taken(components.size() == 1 ? components.getFirst().code().digits()
                    : "所给 " + components.size() + " 个之一");
        }
    }

    /// Changes a component; what it was before stays in the history.
    ///
    /// @throws RefusedException `component-unknown`; `component-change-too-early` before the last change (BDR-04)
    @Transactional
    public void change(ManagedComponent component, LocalDate on, String reason) {
        ManagedComponent known = find(component.code()).orElseThrow(() -> unknown(component.code()));
        LocalDate last = known.changedOn() == null ? known.recordedOn() : known.changedOn();
        if (on.isBefore(last)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "component-change-too-early",
                    Text.of("变更日期 " + on + " 早于上次记录的 " + last, "the day " + on + " is before the last record "
                            + last),
                    Text.of("请填不早于 " + last + " 的日期", "give a day not before " + last))
                    .under("BDR-04").asException();
        }
        if (!store.change(component, on, reason)) {
            throw unknown(component.code());
        }
    }

    /// The refusal for a code nobody knows.
    public static RefusedException unknown(ComponentCode code) {
        return Refusal.of(Refusal.Kind.NOT_FOUND, "component-unknown",
                Text.of("没有部件 " + code, "there is no component " + code),
                Text.of("请核对标识码，或在地图上按位置查找", "check the code, or look for it on the map"))
                .under("BDR-04").asException();
    }

    private static RefusedException taken(String code) {
        return Refusal.of(Refusal.Kind.CONFLICT, "component-code-taken",
                Text.of("部件标识码已被占用：" + code, "a component code is taken: " + code),
                Text.of("请按区县和小类取下一个顺序号", "take the next number of that district and class"))
                .under("BDR-04").asException();
    }

    private static Envelope around(GeoPoint at, double meters) {
        LocalPlane plane = LocalPlane.at(at.latitude());
        Envelope box = new Envelope(at.longitude(), at.longitude(), at.latitude(), at.latitude());
        // 1 % more: the plane's own error at the edge of the circle must not cut anything off.
        box.expandBy(1.01 * meters / plane.metersPerLongitude(), 1.01 * meters / plane.metersPerLatitude());
        return box;
    }
}
