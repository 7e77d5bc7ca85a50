package jingwei.catalog;

/// 权责: one line of the responsibility list (权责清单): these classes in this area are that unit's.
///
/// @param unit     id of a responsible unit
/// @param priority the smaller goes first; between equals the narrower class, then the narrower area
public record Responsibility(ClassScope classes, AreaScope area, String unit, int priority) {

    /// 通常优先级.
    public static final int USUAL = 100;

    public static Responsibility of(String classes, String area, String unit) {
        return new Responsibility(new ClassScope(classes), new AreaScope(area), unit, USUAL);
    }
}
