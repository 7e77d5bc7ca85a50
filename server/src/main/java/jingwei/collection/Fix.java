package jingwei.collection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import jingwei.grid.GeoPoint;
import org.jspecify.annotations.Nullable;

/// 定位: one position as a device tells it.
///
/// @param at        when the device took it, by its own clock; null for just now
/// @param accuracy  metres; null where the device does not say
/// @param speed     metres a second
/// @param battery   percent
/// @param system    坐标系: WGS84 and CGCS2000 are taken as they are (they differ by centimetres); GCJ02 is refused, since an
///                  obfuscated position cannot be turned back exactly
@Schema(name = "Fix")
public record Fix(@Nullable Instant at, @Schema(example = "112.4412") double longitude,
        @Schema(example = "34.6701") double latitude, @Schema(example = "8") @Nullable Double accuracy,
        @Schema(example = "1.2") @Nullable Double speed, @Schema(example = "76") @Nullable Double battery,
        @Schema(example = "WGS84") @Nullable String system) {

    /// The point. @throws jingwei.standards.RefusedException `point-malformed`, `gcj02-refused`
    public GeoPoint point() {
        if (system != null && !system.equals("WGS84") && !system.equals("CGCS2000")) {
            throw jingwei.standards.Refusal.of(jingwei.standards.Refusal.Kind.UNPROCESSABLE, "gcj02-refused",
                    jingwei.standards.Text.of("坐标系 " + system + " 不能接受：加偏坐标无法准确还原，会偏出上百米",
                            "the system " + system + " is not accepted: an obfuscated position is off by hundreds of metres"),
                    jingwei.standards.Text.of("请在手机上使用原始卫星定位（WGS84 或 CGCS2000）",
                            "let the device send its raw fix in WGS84 or CGCS2000")).under("DEV-08").asException();
        }
        if (accuracy != null && !(accuracy >= 0 && accuracy < 1_000_000) || speed != null && !Double.isFinite(speed)
                || battery != null && !Double.isFinite(battery)) {
            throw CollectionRefusals.malformed("accuracy", "、速度或电量不是数", "speed or battery is no number");
        }
        return new GeoPoint(longitude, latitude);
    }
}
