package jingwei.casework;

import java.util.Locale;
import jingwei.standards.Text;

/// 问题来源: where a report came from (ACC-01).
public enum ReportSource {
    COLLECTOR("信息采集", "collector"),
    HOTLINE("热线", "hotline"),
    COUNTER("来访", "counter"),
    WEB("网站", "web page"),
    APP("市民端", "citizens' app"),
    MEDIA("媒体", "media"),
    LEADER("领导批示", "leaders' orders"),
    VIDEO("视频", "video"),
    SENSOR("传感器", "sensor"),
    PLATFORM("上级平台", "higher platform"),
    DEPARTMENT("部门转办", "other departments");

    private final Text text;

    ReportSource(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }

    /// The word of the process setting `verify-first`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
