package jingwei.workcalendar;

import java.util.function.UnaryOperator;

/// 手中的时钟: a setting kept in memory, for stories and programs without a database.
public final class HeldSetting implements ClockSettings {

    private volatile ClockSetting setting;

    public HeldSetting(ClockSetting setting) {
        this.setting = setting;
    }

    @Override
    public ClockSetting get() {
        return setting;
    }

    @Override
    public boolean movable() {
        return true;
    }

    @Override
    public synchronized ClockSetting change(UnaryOperator<ClockSetting> change) {
        setting = change.apply(setting);
        return setting;
    }
}
