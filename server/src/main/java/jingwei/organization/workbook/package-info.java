/// 电子表格: the sheets that offices hand in and take away, read with care.
@NamedInterface("workbook")
@NullMarked
package jingwei.organization.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
