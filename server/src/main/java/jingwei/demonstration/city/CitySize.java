package jingwei.demonstration.city;

import java.util.Locale;
import java.util.Optional;

/// 合成城市的规模.
///
/// @param columns    arterial blocks from west to east
/// @param rows       arterial blocks from south to north
/// @param components managed components to place
public record CitySize(String word, int columns, int rows, int components) {

    public static final CitySize QUARTER = new CitySize("quarter", 3, 3, 4_000);
    public static final CitySize DEMO = new CitySize("demo", 12, 8, 60_000);
    public static final CitySize CITY = new CitySize("city", 25, 15, 1_800_000);

    public static Optional<CitySize> find(String word) {
        return java.util.stream.Stream.of(QUARTER, DEMO, CITY).filter(size -> size.word().equals(word.toLowerCase(Locale.ROOT))).findFirst();
    }
}
