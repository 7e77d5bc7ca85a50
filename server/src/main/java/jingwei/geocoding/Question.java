package jingwei.geocoding;

import java.time.DateTimeException;
import java.time.LocalDate;
import jingwei.grid.GeoPoint;
import org.jspecify.annotations.Nullable;

/// 地址查询: a person's words and what else is known about where they were said (GCF-01).
///
/// @param text  as written or heard
/// @param limit at most so many answers
/// @param asOf  the day the names are meant for
/// @param near  where the person looks at the map; decides among equals
/// @param area  code of the area the answer should lie in, 6 to 12 digits; null for the whole platform
public record Question(String text, int limit, LocalDate asOf, @Nullable GeoPoint near, @Nullable String area) {

    /// 最多八个: more candidates than these help nobody.
    public static final int MOST = 8;

    /// 所指日期: a day, or a month or year as people say it; a year is meant as a whole, so its middle stands for it.
    ///
    /// @throws DateTimeException where it is none of them
    public static LocalDate day(String said) {
        return LocalDate.parse(said.length() == 4 ? said + "-07-01" : said.length() == 7 ? said + "-01" : said);
    }

    public static Question of(String text, LocalDate asOf) {
        return new Question(text, MOST, asOf, null, null);
    }
}
