package jingwei.component;

/// 附近部件: a component with its straight distance in meters from the point asked for.
public record NearComponent(ManagedComponent component, double meters) {
}
