package jingwei.standards;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// 标准版本: one edition of a standard, as named by the notice 洛政办〔2014〕115号, with its folder of data.
///
/// The notice writes "CJJ/T103-2004"; the standard of 2004 is CJJ 103-2004. GB/T 30428 stands beside the editions of the
/// notice because its parts replaced most of them. An edition is never edited: a new one is a new constant and folder.
public enum Edition {
    CJT_213_2005(
            "CJ/T 213-2005",
            "城市市政综合监管信息系统 单元网格划分与编码规则",
            "Urban municipal supervision and management information system: rules for basic management grid division and coding",
            null,
            "GB/T 30428.1-2013"),
    CJT_214_2007(
            "CJ/T 214-2007",
            "城市市政综合监管信息系统 管理部件和事件分类、编码及数据要求",
            "Urban municipal supervision and management information system: classification, coding and data of managed components and events",
            null,
            "GB/T 30428.2-2013"),
    CJT_215_2005(
            "CJ/T 215-2005",
            "城市市政综合监管信息系统 地理编码",
            "Urban municipal supervision and management information system: geocoding",
            null,
            "GB/T 30428.3-2016"),
    CJT_292_2008(
            "CJ/T 292-2008",
            "城市市政综合监管信息系统 绩效评价",
            "Urban municipal supervision and management information system: performance evaluation",
            null,
            "GB/T 30428.4-2016"),
    CJT_293_2008(
            "CJ/T 293-2008",
            "城市市政综合监管信息系统 监管数据无线采集设备",
            "Urban municipal supervision and management information system: wireless device for collecting supervision data",
            null,
            "GB/T 30428.5-2017"),
    CJT_315_2009(
            "CJ/T 315-2009",
            "城市市政综合监管信息系统 监管案件立案、处置与结案",
            "Urban municipal supervision and management information system: filing, handling and closing of supervision cases",
            LocalDate.of(2009, 12, 1),
            "GB/T 30428.8-2020"),
    CJJT_106_2010(
            "CJJ/T 106-2010",
            "城市市政综合监管信息系统技术规范",
            "Technical code for urban municipal supervision and management information system",
            LocalDate.of(2011, 2, 1),
            "CJJ/T 312-2021"),
    CJJ_103_2004(
            "CJJ 103-2004",
            "城市地理空间框架数据标准",
            "Standard for urban geospatial framework data",
            null,
            "CJJ/T 103-2013"),
    GBT_30428(
            "GB/T 30428",
            "数字化城市管理信息系统",
            "Information system for digitized supervision and management of city",
            null,
            "GB/T 47678");

    private final String number;
    private final Text title;
    private final @Nullable LocalDate inForceFrom;
    private final String supersededBy;

    Edition(String number, String zh, String en, @Nullable LocalDate inForceFrom, String supersededBy) {
        this.number = number;
        this.title = Text.of(zh, en);
        this.inForceFrom = inForceFrom;
        this.supersededBy = supersededBy;
    }

    /// The word of this edition in files, columns and letters, and the name of its folder: `cjt-214-2007`.
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// 标准编号: as printed, `CJ/T 214-2007`.
    public String number() {
        return number;
    }

    public Text title() {
        return title;
    }

    /// 实施日期: the day it came into force, where that day is known to us.
    public Optional<LocalDate> inForceFrom() {
        return Optional.ofNullable(inForceFrom);
    }

    /// 被代替: number of the standard that replaced it.
    public String supersededBy() {
        return supersededBy;
    }

    /// Path of a file of this edition on the class path.
    public String path(String file) {
        return "standards/" + id() + "/" + file;
    }

    /// Reads the id or the printed number; anything else is refused as `edition-unknown`.
    public static Edition of(String text) {
        for (Edition edition : values()) {
            if (edition.id().equals(text) || edition.number.equals(text)) {
                return edition;
            }
        }
        throw Refusal.of(
                        Refusal.Kind.MALFORMED,
                        "edition-unknown",
                        Text.of("没有标准“" + text + "”。", "There is no edition “" + text + "”."),
                        Text.of("请填标准编号,如 CJ/T 214-2007。", "Write its number, such as CJ/T 214-2007."))
                .under("APM-04")
                .asException();
    }
}
