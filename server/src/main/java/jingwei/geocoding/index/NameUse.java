package jingwei.geocoding.index;

/// 名称用法: in what way a word is a name of a place; the earlier, the surer.
public enum NameUse {
    /// 地名 the name itself, or the standard name.
    NAME,
    /// 别名 an alias, a short or former name that the gazetteer lists.
    ALIAS,
    /// 简称 derived: 西工 for 西工区, 湖北路办事处 for 湖北路街道, 偃师市 for 偃师区.
    SHORT,
    /// 泛称 derived: 中州路 for 中州中路.
    GENERIC,
    /// 略称 derived: without the city in front, without the branch in brackets, 开元路 for 开元大道.
    LOOSE
}
