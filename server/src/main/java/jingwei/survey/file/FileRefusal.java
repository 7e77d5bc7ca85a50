package jingwei.survey.file;

import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;

/// The refusals of files that are not what they say.
final class FileRefusal {

    private FileRefusal() {
    }

    static RefusedException of(String code, String zh, String en, String remedyZh, String remedyEn) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, Text.of(zh, en), Text.of(remedyZh, remedyEn)).under("BDR-06")
                .asException();
    }

    static RefusedException missingPart(String part) {
        return of("shapefile-part-missing", "Shapefile 缺少 " + part + " 文件", "the shapefile lacks its " + part + " file",
                "请把 .shp、.dbf、.prj 等同名文件一起压缩成一个 zip", "pack .shp, .dbf, .prj and the others of the same name into one zip");
    }

    static RefusedException broken(String what, String where) {
        return of("file-broken", what + " 文件损坏：" + where, "the " + what + " file is broken: " + where,
                "请重新导出后再上传", "export it again and upload it anew");
    }
}
