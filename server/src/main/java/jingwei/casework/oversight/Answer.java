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
import jingwei.casework.act.Refusals;
import jingwei.casework.act.Situation;
import jingwei.process.Act;

/// 答复 (T36): the unit answers an order.
public final class Answer implements ActRule {

    @Override
    public Form form() {
        return new Form(Act.ANSWER, Set.of(Field.ORDER, Field.OPINION), Set.of(Field.EVIDENCE));
    }

    @Override
    public void consider(Situation situation) {
        if (situation.theCase().orders().stream().noneMatch(Order::isOpen)) {
            throw noOrder();
        }
    }

    @Override
    public Case perform(Situation situation, Particulars particulars) {
        List<Order> orders = new ArrayList<>(situation.theCase().orders());
        Order order = orders.stream().filter(o -> o.isOpen() && o.id().equals(particulars.order())).findFirst()
                .orElseThrow(Answer::noOrder);
        orders.set(orders.indexOf(order),
                order.answered(Objects.requireNonNull(particulars.opinion()), situation.now()));
        return situation.theCase().withOrders(orders);
    }

    private static RuntimeException noOrder() {
        return Refusals.wrong("no-open-order", "T36", "没有等待答复的督办、催办或批示", "there is no order that waits for an answer",
                "请核对督办单号", "check the number of the order");
    }
}
