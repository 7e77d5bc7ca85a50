package jingwei.workcalendar;

/// 工作日算法: what "N working days" means. Sources disagree, so it is a setting of the calendar (standards ch. 7.1, APM-05).
public enum WorkingDayRule {
    /// 同一时刻: the same clock time on the N-th following working day.
    SAME_TIME,
    /// 当日下班: close of work on the N-th following working day.
    END_OF_DAY,
    /// 每日八小时: N times eight working hours.
    EIGHT_HOURS
}
