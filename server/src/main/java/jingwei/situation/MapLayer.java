package jingwei.situation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 扩展图层: a bean of this type adds a layer of points to the wall (HOUSE 18); nothing in this room names an extension.
public interface MapLayer {

    /// A word that stays the same for ever: `storefronts`.
    String id();

    Text name();

    /// What lies in the window, at most `most`.
    List<Mark> within(double west, double south, double east, double north, int most);

    /// 图上一点.
    ///
    /// @param link  page it opens; null where there is none
    @Schema(name = "LayerMark")
    record Mark(String id, String title, double longitude, double latitude, @Nullable String link) {
    }
}
