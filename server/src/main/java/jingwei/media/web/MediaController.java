package jingwei.media.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.media.Media;
import jingwei.media.MediaItem;
import jingwei.media.MediaKind;
import jingwei.standards.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 上传与查看影音 (ACQ-03).
@RestController
@Tag(name = "collection")
class MediaController {

    private final Media media;

    MediaController(Media media) {
        this.media = media;
    }

    @PostMapping("/api/media")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.MEDIA_ADD)
    @Operation(summary = "上传影音，正文即文件内容 upload media; the body is the content itself")
    MediaItem add(HttpServletRequest request, HttpServletResponse response,
            @RequestHeader(name = "X-Content-SHA256", required = false) @Nullable String hash) throws IOException {
        try {
            return media.add(request.getInputStream(), request.getContentLengthLong(), hash);
        } catch (RefusedException e) {
            // What was not read is not read any more.
            response.setHeader("Connection", "close");
            throw e;
        }
    }

    @GetMapping("/api/media/{hash}")
    @Permit(Permission.MEDIA_READ)
    @Operation(summary = "查看影音原件，支持字节范围 the original, also in ranges")
    void original(@PathVariable String hash, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        MediaItem item = media.find(hash).orElseThrow(Media::absent);
        response.setHeader("Content-Disposition", (item.kind() == MediaKind.DOCUMENT ? "attachment" : "inline")
                + "; filename=\"" + item.hash().substring(0, 12) + "." + ending(item) + "\"");
        if (unchanged(item.hash(), request, response)) {
            return;
        }
        response.setHeader("Accept-Ranges", "bytes");
        String condition = request.getHeader("If-Range");
        String asked = condition == null || condition.equals(tag(item.hash())) ? request.getHeader("Range") : null;
        Optional<ByteRange> range = ByteRange.of(asked, item.size());
        if (range.isEmpty()) {
            response.setHeader("Content-Range", "bytes */" + item.size());
            response.setStatus(416);
            return;
        }
        ByteRange part = range.get();
        if (part.length() < item.size()) {
            response.setStatus(206);
            response.setHeader("Content-Range", "bytes " + part.from() + "-" + part.to() + "/" + item.size());
        }
        response.setContentType(item.type());
        response.setContentLengthLong(part.length());
        try (InputStream content = media.open(item, false, part.from(), part.length())) {
            content.transferTo(response.getOutputStream());
        }
    }

    @GetMapping("/api/media/{hash}/thumbnail")
    @Permit(Permission.MEDIA_READ)
    @Operation(summary = "查看缩略图 the small picture, 320 pixels at most")
    void thumbnail(@PathVariable String hash, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        MediaItem item = media.find(hash).filter(MediaItem::thumbnail).orElseThrow(Media::absent);
        if (unchanged(item.hash() + "-t", request, response)) {
            return;
        }
        response.setContentType("image/jpeg");
        try (InputStream content = media.open(item, true, 0, Integer.MAX_VALUE)) {
            content.transferTo(response.getOutputStream());
        }
    }

    /// Content under a hash never changes, so a browser may keep it and ask no more; a shared cache may not.
    private static boolean unchanged(String tag, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
        response.setHeader("ETag", tag(tag));
        if (tag(tag).equals(request.getHeader("If-None-Match"))) {
            response.setStatus(304);
            return true;
        }
        return false;
    }

    private static String tag(String value) {
        return '"' + value + '"';
    }

    private static String ending(MediaItem item) {
        return switch (item.type()) {
            case "image/jpeg" -> "jpg";
            case "audio/mpeg" -> "mp3";
            case "video/quicktime" -> "mov";
            case "video/3gpp" -> "3gp";
            case "audio/mp4" -> "m4a";
            default -> item.type().substring(item.type().indexOf('/') + 1);
        };
    }
}
