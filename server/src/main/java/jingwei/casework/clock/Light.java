package jingwei.casework.clock;

/// 亮灯: up to 80 % of the limit green, to 100 % yellow, above red (COL-17); the shares are settings of the process.
public enum Light {
    GREEN, YELLOW, RED
}
