/// 案头: what lies beside the sheet on a desk: phrases, the knowledge base, and a class proposed from words.
@NamedInterface("desk")
@NullMarked
package jingwei.catalog.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
