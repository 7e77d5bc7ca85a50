package jingwei.component;

/// 部件点位: what a map needs of a component: where it stands, of which class, in which state.
///
/// @param code  identification code
/// @param minor class code of four digits
public record ComponentMark(String code, String minor, String name, ComponentState state, String unitGrid,
        double longitude, double latitude) {

    public static ComponentMark of(ManagedComponent it) {
        return new ComponentMark(it.code().digits(), it.classCode().minor(), it.name(), it.state(), it.unitGrid().digits(),
                it.at().longitude(), it.at().latitude());
    }
}
