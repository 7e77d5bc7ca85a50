/// 测绘文件: reads and writes Shapefile, GeoPackage, GeoJSON, CSV and Excel, record by record.
///
/// Shapefile is read by hand on JTS: no library with a permissive licence reads one, and Chinese attribute tables need their own
/// care (GBK or UTF-8, told by the .cpg, the language byte or the bytes themselves).
@NamedInterface("file")
@NullMarked
package jingwei.survey.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
