package jingwei.casework.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jingwei.casework.Case;
import jingwei.casework.Field;
import jingwei.casework.Particulars;
import jingwei.casework.act.ActRule;
import jingwei.casework.act.Form;
import jingwei.casework.act.Situation;
import jingwei.process.Act;

/// 督办、催办、批示 (T36): an order on an open case; the unit must answer it, the mark stays.
///
/// @param act which of the three
public record Oversee(Act act) implements ActRule {

    @Override
    public Form form() {
        return new Form(act, Set.of(Field.OPINION), Set.of());
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        Case c = situation.theCase();
        List<Order> orders = new ArrayList<>(c.orders());
        orders.add(new Order(String.valueOf(orders.size() + 1), act, situation.post().id(), situation.now(),
                Objects.requireNonNull(particulars.opinion()), null, null));
        return c.withOrders(orders);
    }
}
