package jingwei.basemap.image;

import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;

/// Why a picture of the ground is not taken.
final class ImageFaults {

    private ImageFaults() {
    }

    static RefusedException unreadable() {
        return because("image-package-unreadable", "这不是影像包：MBTiles、GeoPackage 瓦片或带坐标的 GeoTIFF 都读不出",
                "this is no picture of the ground: neither MBTiles, nor tiles of a GeoPackage, nor a GeoTIFF with its place",
                "请用 GDAL 或 QGIS 重新导出（gdal_translate -of MBTILES，或带坐标系的 GeoTIFF）", "export it again with GDAL or QGIS");
    }

    static RefusedException otherSquares() {
        return because("image-squares-unknown", "瓦片不是 Web 墨卡托标准切片", "the tiles are not the usual squares of Web Mercator",
                "请重新切片：gdalwarp -t_srs EPSG:3857 后转 MBTiles，或直接提交 GeoTIFF", "cut it anew in EPSG:3857, or hand in the GeoTIFF itself");
    }

    static RefusedException placeUnknown() {
        return because("image-place-unknown", "影像没有坐标定位，或坐标系不在清单内", "the picture says no place, or a system that is not on the list",
                "请在提交时选坐标系，或带上 GeoTIFF 坐标标签后重新导出", "choose the system when proposing, or export it with GeoTIFF keys");
    }

    private static RefusedException because(String code, String zh, String en, String doZh, String doEn) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, Text.of(zh, en), Text.of(doZh, doEn)).under("BDR-01").asException();
    }
}
