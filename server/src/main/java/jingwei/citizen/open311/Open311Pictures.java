package jingwei.citizen.open311;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// 随表单来的照片: forms with files are read here and nowhere else; everything else of this server takes the plain bytes of one file.
@Configuration(proxyBeanMethods = false)
class Open311Pictures {

    static final long LARGEST = 14L * 1024 * 1024;
    private static final long LARGEST_FILE = 12L * 1024 * 1024;
    private static final int IN_MEMORY = 1024 * 1024;

    /// How much of such a form is read at all; without a resolver beside it no other endpoint sees a form with files.
    @Bean
    MultipartConfigElement formsWithFiles() {
        return new MultipartConfigElement("", LARGEST_FILE, LARGEST, IN_MEMORY);
    }

    /// The files of a form, whatever their field is called: `media` by custom, `media[]` by some.
    ///
    /// @throws Fault 400, 413
    static List<GeoReport.Picture> of(HttpServletRequest request) {
        List<GeoReport.Picture> pictures = new ArrayList<>();
        try {
            for (Part part : request.getParts()) {
                if (part.getSubmittedFileName() != null && part.getSize() > 0) {
                    try (InputStream content = part.getInputStream()) {
                        pictures.add(new GeoReport.Picture(content.readAllBytes()));
                    }
                }
            }
        } catch (IllegalStateException e) {
            throw new Fault(413, "照片超过 12 MB，或整份超过 14 MB a picture is larger than 12 MB or the form than 14 MB");
        } catch (ServletException | IOException e) {
            throw new Fault(400, "表单不完整，读不出照片 the form is broken and its pictures cannot be read");
        }
        return pictures;
    }
}
