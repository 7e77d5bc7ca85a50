package jingwei.workcalendar;

import java.util.function.UnaryOperator;

/// 时钟设置的存放: the setting of the platform being served, in the database or, in stories, in memory ({@link HeldSetting}).
public interface ClockSettings {

    /// The setting now; read at every act, so it is cheap and at most a second old.
    ClockSetting get();

    /// Whether {@link #change} would be granted.
    boolean movable();

    /// Puts another setting in the place of the one before, one change at a time. Others see it after the commit.
    ///
    /// @return the new setting
    /// @throws jingwei.standards.RefusedException `clock-fixed` where the platform's clock may not be moved
    ClockSetting change(UnaryOperator<ClockSetting> change);
}
