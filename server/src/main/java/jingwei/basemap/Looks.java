package jingwei.basemap;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jingwei.basemap.store.LookStore;
import jingwei.identity.SignedIn;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.PerPlatform;
import jingwei.workcalendar.PlatformClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 图面维护: the look of the map in versions; the newest one is followed by every map of the platform (APM-06).
@Component
public class Looks {

    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern CLASSES = Pattern.compile("component-[0-9]{2}([0-9]{2})?");
    private static final int MOST = 100;

    private final LookStore store;
    private final Layers layers;
    private final PlatformClock clock;
    private final PerPlatform<MapLook> current;

    Looks(LookStore store, Layers layers, PlatformClock clock, Clock wall) {
        this.store = store;
        this.layers = layers;
        this.clock = clock;
        this.current = new PerPlatform<>(wall, store::newest, store::load);
    }

    public MapLook current() {
        return current.get();
    }

    /// The newest first.
    public List<LookVersion> versions() {
        return store.versions(MOST);
    }

    /// @throws RefusedException `look-malformed`, or `layer-unknown`
    @Transactional
    public LookVersion keep(MapLook look, String note) {
        Set<String> seen = new HashSet<>();
        for (MapLook.LayerLook each : look.layers()) {
            layers.get(each.layer());
            if (!seen.add(each.layer())) {
                throw malformed("图层“" + each.layer() + "”列了两次", "the layer " + each.layer() + " stands twice");
            }
            if (each.color() != null && !COLOR.matcher(each.color()).matches()) {
                throw malformed("“" + each.color() + "”不是颜色", each.color() + " is no colour");
            }
        }
        for (MapLook.SymbolLook each : look.symbols()) {
            if (!CLASSES.matcher(each.classes()).matches() || !seen.add(each.classes()) || !COLOR.matcher(each.color()).matches()) {
                throw malformed("符号“" + each.classes() + " " + each.color() + "”不对或重复", "the symbol of " + each.classes() + " is wrong or stands twice");
            }
        }
        current.changed();
        // Two at once: the key of the version lets one through, and the other is told to look again.
        LookVersion kept = new LookVersion((int) store.newest() + 1, look, note, clock.now(), SignedIn.find().map(SignedIn::post).orElse(null));
        store.add(kept);
        return kept;
    }

    private static RefusedException malformed(String zh, String en) {
        return Refusal.of(Refusal.Kind.MALFORMED, "look-malformed", Text.of("图面有误：" + zh, "the look is wrong: " + en),
                Text.of("颜色写成 #1b6b53；符号写部件大类或小类，如 component-01", "colours as #1b6b53; symbols by class, component-01"))
                .under("APM-06").asException();
    }
}
