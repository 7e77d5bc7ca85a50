package jingwei.basemap.backdrop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jingwei.basemap.image.Picture;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import jingwei.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// 底图代理: fetches tiles of the services the operator named, keeps them a while, and tells nobody the keys (BDR-11).
@Component
class Backdrops {

    private static final Logger LOG = LoggerFactory.getLogger(Backdrops.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FRESH = Duration.ofHours(12);
    private static final long KEPT_BYTES = 48L * 1024 * 1024;
    private static final int LARGEST = 2_000_000;

    private final List<Backdrop> all;
    /// Never follows to another address: a service could point anywhere.
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
    private final Cache<Key, Picture> kept = Caffeine.newBuilder().maximumWeight(KEPT_BYTES).expireAfterWrite(FRESH)
            .weigher((Key key, Picture picture) -> picture.content().length + 200).build();

    private record Key(String id, int zoom, int column, int row) {
    }

    Backdrops(@Value("${jingwei.wmts:}") String file, JsonMapper json) {
        this.all = file.isBlank() ? List.of() : read(Path.of(file.strip()), json);
        all.forEach(one -> LOG.info("backdrop {} from {}", one.id(), one.tile(one.leastZoom(), 0, 0).getHost()));
    }

    private static List<Backdrop> read(Path file, JsonMapper json) {
        try {
            List<Backdrop> list = List.of(json.readValue(Files.readAllBytes(file), Backdrop[].class));
            for (Backdrop one : list) {
                String fault = one.fault();
                if (fault != null) {
                    throw new IllegalStateException("JINGWEI_WMTS: " + fault);
                }
            }
            return list;
        } catch (IOException | JacksonException e) {
            // Without the cause: it would quote the file, keys and all.
            throw new IllegalStateException("JINGWEI_WMTS: 读不出底图服务文件 cannot read the file of tile services " + file);
        }
    }

    List<Backdrop> all() {
        String platform = Tenancy.current().value();
        return all.stream().filter(one -> one.serves(platform)).toList();
    }

    /// @throws RefusedException `backdrop-unknown`, `backdrop-tile-unknown`, `backdrop-unreachable`
    Picture tile(String id, int zoom, int column, int row) {
        Backdrop one = all().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "backdrop-unknown", Text.of("没有底图“" + id + "”", "there is no backdrop \"" + id + "\""),
                        Text.of("请从底图列表中选择", "choose one of the list")).under("BDR-11").asException());
        if (zoom < one.leastZoom() || zoom > one.mostZoom() || column < 0 || row < 0) {
            throw unknownTile(id);
        }
        Key key = new Key(id, zoom, column, row);
        Picture known = kept.getIfPresent(key);
        if (known == null) {
            known = fetch(one, key);
            kept.put(key, known);
        }
        return known;
    }

    private Picture fetch(Backdrop one, Key key) {
        @Nullable Picture picture = null;
        try {
            HttpResponse<InputStream> answer = http.send(HttpRequest.newBuilder(one.tile(key.zoom(), key.column(), key.row())).timeout(PATIENCE)
                    .header("Accept", "image/*").build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() == 404) {
                    throw unknownTile(one.id());
                }
                if (answer.statusCode() == 200) {
                    byte[] content = body.readNBytes(LARGEST + 1);
                    picture = content.length > LARGEST ? null : Picture.of(content).orElse(null);
                }
            }
            if (picture == null) {
                LOG.warn("backdrop {} answered {} and no picture", one.id(), answer.statusCode());
            }
        } catch (IOException e) {
            // The message of a failed connection names no more than the host.
            LOG.warn("backdrop {} cannot be reached: {}", one.id(), e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (picture == null) {
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "backdrop-unreachable", Text.of("底图服务“" + one.nameZh() + "”没有给出图片",
                            "the tile service \"" + one.nameEn() + "\" gave no picture"),
                    Text.of("请稍后再试或改用其他底图", "try again later or take another backdrop")).under("BDR-11").asException();
        }
        return picture;
    }

    private static RefusedException unknownTile(String id) {
        return Refusal.of(Refusal.Kind.NOT_FOUND, "backdrop-tile-unknown", Text.of("底图“" + id + "”没有这一块", "the backdrop \"" + id + "\" has no such tile"),
                Text.of("请在它的级别和范围内取图", "stay within its levels and its area")).under("BDR-11").asException();
    }
}
