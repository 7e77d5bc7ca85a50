package jingwei.basemap.update;

import org.locationtech.jts.geom.Coordinate;

/// Takes the records of an update into one layer: counts and checks them, or writes them.
interface Intake {

    void take(Arrival arrival);

    /// Behind the last record.
    LandUpdate.Counts finish();

    /// How well a place fits what is known of the land, 0 to 1.
    double fits(Coordinate degrees);
}
