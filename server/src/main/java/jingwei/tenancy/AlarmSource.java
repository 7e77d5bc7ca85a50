package jingwei.tenancy;

import java.util.List;

/// 告警来源: a room that knows what can go wrong in it. It is asked when an administrator looks; it must answer fast.
public interface AlarmSource {

    /// What is the matter now on the platform being served, or on the machine; empty where nothing is.
    List<Alarm> alarms();
}
