package jingwei.component;

import java.time.LocalDate;
import java.util.List;
import jingwei.component.store.ArrivalStore;
import jingwei.component.store.ComponentStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// 部件批量入库: writes an import of any size inside one transaction of the caller: all of it or nothing (BDR-02, BDR-04).
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ComponentArrivals {

    private final ArrivalStore arrivals;
    private final ComponentStore store;

    ComponentArrivals(ArrivalStore arrivals, ComponentStore store) {
        this.arrivals = arrivals;
        this.store = store;
    }

    /// Takes the revision all of the import shares. Other changes of the inventory wait until the transaction is over.
    public long begin() {
        return arrivals.begin();
    }

    /// Adds components nobody knew.
    public void add(long revision, List<ArrivedComponent> fresh) {
        arrivals.add(revision, fresh);
    }

    /// Changes known components; what they were before stays in the history.
    public void change(List<ArrivedComponent> changed, LocalDate on, String reason) {
        for (ArrivedComponent one : changed) {
            store.change(one.component(), on, reason);
        }
    }

    /// Says how many more stand now than before.
    public void end(long more) {
        arrivals.end(more);
    }
}
