/// 示范部件: street furniture for a drawn town, for demonstrations, tests and loads.
@NamedInterface("town")
@NullMarked
package jingwei.component.town;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
