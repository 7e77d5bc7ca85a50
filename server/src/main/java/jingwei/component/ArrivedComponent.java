package jingwei.component;

import org.jspecify.annotations.Nullable;

/// 到来的部件: a component of an import with the coordinates as they were given (BDR-08).
///
/// @param system word of the coordinate system given; null where it was CGCS2000 degrees
public record ArrivedComponent(ManagedComponent component, @Nullable String system, double x, double y) {
}
