package jingwei.citizen.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingwei.basemap.Tiles;
import jingwei.casework.ReportSource;
import jingwei.citizen.CitizenDesk;
import jingwei.citizen.CitizenRefusals;
import jingwei.citizen.PublicPlace;
import jingwei.citizen.Receipt;
import jingwei.citizen.Submission;
import jingwei.geocoding.Geocoding;
import jingwei.grid.GeoPoint;
import jingwei.grid.Land;
import jingwei.grid.LandMap;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.media.Media;
import jingwei.media.MediaItem;
import jingwei.media.MediaKind;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 公众上报的契约 (PUB-01, PUB-02): for people without an account; a report carries its own id instead of a key.
@RestController
@RequestMapping("/api/citizen/{platform}")
@Tag(name = "acceptance")
class CitizenController {

    private static final long LARGEST_PHOTO = 12L * 1024 * 1024;

    /// Layers that may leave the government network; cells and components may not.
    private static final Set<String> RELEASED = Set.of("roads", "water", "green", "communities");

    private final PublicPlace place;
    private final CitizenDesk desk;
    private final Media media;
    private final Geocoding geocoding;
    private final Land land;
    private final PlatformClock clock;
    private final Tiles tiles;

    CitizenController(PublicPlace place, CitizenDesk desk, Media media, Geocoding geocoding, Land land, PlatformClock clock,
            Tiles tiles) {
        this.place = place;
        this.desk = desk;
        this.media = media;
        this.geocoding = geocoding;
        this.land = land;
        this.clock = clock;
        this.tiles = tiles;
    }

    /// 上报.
    record ReportBody(@Nullable UUID id, @Nullable String words, @Nullable String classCode, @Nullable Integer condition,
            @Nullable GeoPoint point, @Nullable String address, @Nullable List<String> photos, @Nullable String name,
            @Nullable String phone, @Nullable String email, @Nullable Boolean wantsReply, @Nullable String phoneCode) {
    }

    /// 评价.
    record GradeBody(@Nullable String code, @Nullable Integer grade, @Nullable Boolean solved, @Nullable String words) {
    }

    /// 索取验证码.
    record PhoneBody(@Nullable String phone) {
    }

    @GetMapping
    @Permit(Permission.ANYONE)
    @Operation(summary = "公众上报首页：是否开放、常见类别、范围", description = "What the first page of public reporting needs.")
    CitizenAnswers.Front front(@Parameter(description = "平台 platform", example = "luoyang") @PathVariable String platform) {
        return place.on(platform, () -> CitizenAnswers.front(place.find(platform), desk.settings(), desk.offered(),
                desk.sendsCodes(), land.current()));
    }

    @GetMapping("/spot")
    @Permit(Permission.ANYONE)
    @Operation(summary = "一点的地点描述，以及是否在管理范围内", description = "What a point is called, and whether it lies inside.")
    CitizenAnswers.SpotAnswer spot(@PathVariable String platform, @Parameter(example = "112.4412") @RequestParam double longitude,
            @Parameter(example = "34.6701") @RequestParam double latitude) {
        return place.on(platform, () -> {
            GeoPoint point = new GeoPoint(longitude, latitude);
            LandMap map = land.current();
            boolean inside = map.locate(point).isPresent();
            String text = inside ? geocoding.current().reverse(point, clock.today()).stream().findFirst()
                    .map(found -> found.text()).orElse("") : "";
            return new CitizenAnswers.SpotAnswer(inside, text);
        });
    }

    @GetMapping("/tiles/{layer}/{z}/{x}/{y}.mvt")
    @Permit(Permission.ANYONE)
    @Operation(summary = "公开底图瓦片", description = "Tiles of the released layers only (SEC-02): roads, water, green, communities.")
    void tile(@PathVariable String platform, @Parameter(example = "roads") @PathVariable String layer,
            @Parameter(example = "15") @PathVariable int z, @Parameter(example = "26618") @PathVariable int x,
            @Parameter(example = "13006") @PathVariable int y, HttpServletResponse response) {
        place.on(platform, () -> {
            if (!RELEASED.contains(layer)) {
                throw CitizenRefusals.notReleased();
            }
            byte[] packed = tiles.draw(layer, z, x, y).packed();
            response.setContentType("application/vnd.mapbox-vector-tile");
            response.setHeader("Cache-Control", "public, max-age=3600");
            if (packed.length > 0) {
                response.setHeader("Content-Encoding", "gzip");
            }
            response.setContentLength(packed.length);
            response.getOutputStream().write(packed);
            return true;
        });
    }

    @PostMapping("/photos")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.ANYONE)
    @Operation(summary = "上传照片，正文即文件内容", description = "Uploads a photo; the body is its content. 12 MB at most.")
    CitizenAnswers.PhotoAnswer photo(@PathVariable String platform, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        InputStream content = request.getInputStream();
        long size = request.getContentLengthLong();
        if (size > LARGEST_PHOTO) {
            response.setHeader("Connection", "close");
            throw CitizenRefusals.field("photos", "照片不超过 12 MB", "a photo has 12 MB at most");
        }
        return place.on(platform, () -> {
            desk.admitPhoto(request.getRemoteAddr());
            MediaItem item = media.add(content, size);
            media.require(item.hash(), MediaKind.IMAGE);
            return new CitizenAnswers.PhotoAnswer(item.hash());
        });
    }

    @PostMapping("/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Permit(Permission.ANYONE)
    @Operation(summary = "向手机发验证码", description = "Sends a confirmation code, where the platform has a gateway.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"phone\": \"13800000001\"}"))))
    void code(@PathVariable String platform, @RequestBody PhoneBody body, HttpServletRequest request) {
        place.on(platform, () -> {
            desk.sendCode(body.phone() == null ? "" : body.phone(), request.getRemoteAddr());
            return true;
        });
    }

    @PostMapping("/reports")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.ANYONE)
    @Operation(summary = "公众上报", description = "标识由手机生成；同一标识重发得到同一回执。A report; the same id again gets the same receipt.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"id": "0198f2a4-6c1e-7a55-b0d4-0c7f5d0f2a11", "words": "路边的井盖破了", "classCode": "component-0101",
                             "point": {"longitude": 112.4412, "latitude": 34.6701}, "phone": "13800000001", "wantsReply": true}"""))))
    Receipt report(@PathVariable String platform, @RequestBody ReportBody body, HttpServletRequest request) {
        if (body.id() == null) {
            throw CitizenRefusals.field("id", "缺少上报标识", "the id is missing");
        }
        if (body.point() == null) {
            throw CitizenRefusals.field("point", "请在地图上标出位置", "the point is missing");
        }
        Submission submission = new Submission(body.id(), body.words() == null ? "" : body.words().strip(), blank(body.classCode()),
                body.condition(), body.point(), blank(body.address()), body.photos() == null ? List.of() : body.photos(),
                blank(body.name()), blank(body.phone()), blank(body.email()), Boolean.TRUE.equals(body.wantsReply()), blank(body.phoneCode()), "page",
                ReportSource.WEB);
        return place.on(platform, () -> desk.submit(submission, request.getRemoteAddr()));
    }

    @GetMapping("/reports/{number}")
    @Permit(Permission.ANYONE)
    @Operation(summary = "查询进展", description = "凭编号和查询码。What became of a report, by number and code.")
    CitizenAnswers.ProgressAnswer follow(@PathVariable String platform, @Parameter(example = "41030020261128000012") @PathVariable String number,
            @Parameter(description = "查询码", example = "K7M2QX9P") @RequestParam(defaultValue = "") String code,
            HttpServletRequest request, Locale locale) {
        return place.on(platform, () -> CitizenAnswers.followed(desk.follow(number, code, request.getRemoteAddr()), locale));
    }

    @GetMapping("/reports/{number}/photos/{hash}")
    @Permit(Permission.ANYONE)
    @Operation(summary = "处置后的照片（缩略图）", description = "A photo of the result, for whoever holds the code.")
    void result(@PathVariable String platform, @PathVariable String number, @PathVariable String hash,
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        place.on(platform, () -> {
            if (!desk.shows(number, code, hash, request.getRemoteAddr())) {
                throw Media.absent();
            }
            MediaItem item = media.find(hash).filter(MediaItem::thumbnail).orElseThrow(Media::absent);
            response.setContentType("image/jpeg");
            response.setHeader("Cache-Control", "private, max-age=3600");
            try (InputStream content = media.open(item, true, 0, Integer.MAX_VALUE)) {
                content.transferTo(response.getOutputStream());
            }
            return true;
        });
    }

    @PostMapping("/reports/{number}/grade")
    @Permit(Permission.ANYONE)
    @Operation(summary = "评价，或说没有解决", description = "Grades the result, or says it is not solved.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = "{\"code\": \"K7M2QX9P\", \"grade\": 4, \"solved\": true}"))))
    CitizenAnswers.ProgressAnswer grade(@PathVariable String platform, @PathVariable String number, @RequestBody GradeBody body,
            HttpServletRequest request, Locale locale) {
        if (body.grade() == null || body.solved() == null) {
            throw CitizenRefusals.field(body.grade() == null ? "grade" : "solved", "请给出满意度，并说明是否解决",
                    "a grade and whether it is solved are needed");
        }
        return place.on(platform, () -> CitizenAnswers.followed(desk.grade(number, Optional.ofNullable(body.code()).orElse(""),
                body.grade(), body.solved(), blank(body.words()), request.getRemoteAddr()), locale));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
