package jingwei.organization;

import jingwei.standards.Text;

/// 轴: the two axes that hold the system apart (两轴分立), the units that work, and the leaders who only look and instruct.
///
/// The supervision center finds, files, checks, closes and evaluates; the command center dispatches; responsible units
/// handle. Nobody sits on two (SEC-01): not a person, not an organization.
public enum Axis {
    SUPERVISION("监督轴", "supervision axis"),
    COMMAND("指挥轴", "command axis"),
    HANDLING("处置", "handling"),
    LEADERSHIP("领导", "leadership");

    private final Text name;

    Axis(String zh, String en) {
        this.name = Text.of(zh, en);
    }

    public Text text() {
        return name;
    }
}
