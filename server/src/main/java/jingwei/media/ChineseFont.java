package jingwei.media;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// 中文字体: the font of papers and pictures: the one that is set, else one that the machine has.
@Component
public class ChineseFont {

    private static final List<String> KNOWN = List.of(
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
            "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
            "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
            "/System/Library/Fonts/PingFang.ttc",
            "C:/Windows/Fonts/simhei.ttf");

    private final String set;

    ChineseFont(@Value("${jingwei.font:}") String set) {
        this.set = set;
    }

    /// @throws jingwei.standards.RefusedException `no-chinese-font`
    public Path file() {
        Optional<Path> found = Stream.concat(Stream.of(set), KNOWN.stream()).filter(path -> !path.isBlank()).map(Path::of)
                .filter(Files::isReadable).findFirst();
        return found.orElseThrow(() -> Refusal.of(Refusal.Kind.UNAVAILABLE, "no-chinese-font",
                Text.of("服务器上没有中文字体，不能生成文书", "the server has no Chinese font for papers"),
                Text.of("请安装 fonts-noto-cjk，或用 jingwei.font 指明字体文件", "install fonts-noto-cjk or set jingwei.font"))
                .under("COL-22").asException());
    }

    public Font drawn(float size) {
        try {
            return Font.createFonts(new File(file().toString()))[0].deriveFont(size);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the font cannot be read", e);
        }
    }
}
