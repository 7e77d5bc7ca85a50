package jingwei.catalog;

import jingwei.standards.ClassCatalogue;
import jingwei.standards.ClassCode;
import jingwei.standards.Text;

/// 小类条目: a minor class with its major class, as a platform knows it.
///
/// @param major     the two digits of the major class
/// @param majorName name of the major class
/// @param geometry  how a thing of this class is drawn
/// @param local     地方扩展小类, a class the platform added
public record ClassEntry(ClassCode code, Text name, String major, Text majorName, ClassCatalogue.Geometry geometry,
        boolean local) {
}
