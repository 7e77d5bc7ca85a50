package jingwei.survey;

/// 控制点: one point known in both systems.
///
/// @param x         easting or longitude in the old system
/// @param y         northing or latitude in the old system
/// @param longitude CGCS2000 degrees
/// @param latitude  CGCS2000 degrees
public record ControlPoint(String name, double x, double y, double longitude, double latitude) {
}
