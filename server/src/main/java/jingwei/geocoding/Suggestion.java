package jingwei.geocoding;

/// 联想词: a name that may be meant by what was typed so far.
///
/// @param place id of the place
/// @param text  what to put into the box
/// @param area  where it is, e.g. the district; blank where unknown
public record Suggestion(String place, String text, PlaceKind kind, String area, double longitude, double latitude) {
}
