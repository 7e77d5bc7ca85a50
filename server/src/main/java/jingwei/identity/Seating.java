package jingwei.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// 岗位汇总: the posts of a person from every {@link Seats} in the system; none where no room answers yet.
@Component
public class Seating {

    private final ObjectProvider<Seats> sources;

    Seating(ObjectProvider<Seats> sources) {
        this.sources = sources;
    }

    /// The posts held now, in the order the rooms give them. The platform must be bound.
    public List<Seats.Seat> of(UUID person) {
        return sources.orderedStream().flatMap(source -> source.of(person).stream()).toList();
    }
}
