/// 网格编辑: changes cells by hand so that the coverage stays whole: a corner is moved in every cell that has it; pure JTS.
///
/// An edit never touches one outline alone. What would open a gap, overlap, cross itself or tear a cell apart is refused at the edit that
/// does it. What became of the codes follows from the ground (网格沿革), and a code that was ever used is not given again.
@NamedInterface("edit")
@NullMarked
package jingwei.grid.edit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
