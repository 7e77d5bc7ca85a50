package jingwei.catalog;

import jingwei.standards.ClassCode;

/// 权责空白: a class that nobody answers for in an area (N115, 逐一分解).
public record Hole(ClassCode code, AreaScope area) {

    @Override
    public String toString() {
        return code + "@" + area.text();
    }
}
