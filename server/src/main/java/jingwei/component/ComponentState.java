package jingwei.component;

import jingwei.standards.Text;

/// 部件状态: the states of CJ/T 214-2007 and of its successor together.
public enum ComponentState {
    INTACT("完好", "intact"),
    DAMAGED("破损", "damaged"),
    LOST("丢失", "lost"),
    OCCUPIED("占用", "occupied"),
    ABANDONED("废弃", "abandoned"),
    REMOVED("移除", "removed");

    private final Text text;

    ComponentState(String zh, String en) {
        this.text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }
}
