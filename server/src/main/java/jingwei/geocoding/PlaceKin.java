package jingwei.geocoding;

import java.util.List;

/// 地点的亲缘: where a place belongs and what came before and after it (GEO-05).
///
/// @param parents      所属地点: road of a plate, what a building or a shop stands in, then community, subdistrict, district and city
/// @param successors   后继: what took over; at most one
/// @param predecessors 前身: what it took over from
public record PlaceKin(List<Place> parents, List<Place> successors, List<Place> predecessors, List<Succession.FormerName> formerNames) {
}
