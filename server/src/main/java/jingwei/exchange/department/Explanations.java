package jingwei.exchange.department;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jingwei.exchange.store.ShareTables;
import jingwei.exchange.store.ShareTables.ShareRecord;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 说明: what other departments know of a place at a time: works that explain a report, planning lines it lies within.
@Component
public class Explanations {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final ShareTables tables;

    Explanations(ShareTables tables) {
        this.tables = tables;
    }

    @Transactional(readOnly = true)
    public List<ShareRecord> at(double longitude, double latitude, Instant then) {
        Point point = SHAPES.createPoint(new Coordinate(longitude, latitude));
        List<ShareRecord> within = new ArrayList<>();
        for (ShareRecord each : tables.around(longitude, latitude, then)) {
            try {
                if (new WKTReader(SHAPES).read(Objects.requireNonNull(each.shape())).covers(point)) {
                    within.add(each);
                }
            } catch (ParseException e) {
                throw new IllegalStateException("the shape of " + each.id() + " was kept unreadable", e);
            }
        }
        return within;
    }

    /// The orders a case came from.
    @Transactional(readOnly = true)
    public List<ShareRecord> orders(String caseNumber) {
        return tables.ofCase(caseNumber);
    }
}
