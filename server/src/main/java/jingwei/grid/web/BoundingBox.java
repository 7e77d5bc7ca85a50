package jingwei.grid.web;

import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.locationtech.jts.geom.Envelope;

/// 视窗: reads `bbox=west,south,east,north` in degrees, as OGC API Features writes it.
final class BoundingBox {

    private BoundingBox() {
    }

    /// @throws jingwei.standards.RefusedException `bbox-malformed`
    static Envelope read(String text) {
        String[] parts = text.split(",", -1);
        double[] numbers = new double[4];
        try {
            for (int i = 0; i < 4 && parts.length == 4; i++) {
                numbers[i] = Double.parseDouble(parts[i].strip());
            }
        } catch (NumberFormatException e) {
            numbers[0] = Double.NaN;
        }
        if (parts.length != 4 || !(numbers[0] < numbers[2] && numbers[1] < numbers[3])) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "bbox-malformed",
                    Text.of("“" + text + "”不是视窗范围", "\"" + text + "\" is no bounding box"),
                    Text.of("按“西,南,东,北”填四个经纬度，例如 112.43,34.65,112.46,34.69",
                            "write west,south,east,north, for example 112.43,34.65,112.46,34.69"))
                    .asException();
        }
        return new Envelope(numbers[0], numbers[2], numbers[1], numbers[3]);
    }
}
