package jingwei.situation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jingwei.grid.GeoPoint;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.SignedIn;
import jingwei.situation.store.CameraTables;
import jingwei.situation.store.SchemeTables;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 大屏设置: cameras by their links (CMD-07), display schemes for one or several screens (CMD-08).
@RestController
@RequestMapping("/api/situation")
@Tag(name = "overview")
class SettingController {

    /// What the wall can show, in the order of its menu.
    static final List<String> THEMES = List.of("overview", "collection", "handling", "hot-spots", "evaluation", "counties");
    private static final int SCREENS = 12;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 3_600;
    private static final Set<String> OPENED = Set.of("http", "https", "rtsp", "rtmp");

    private final CameraTables cameras;
    private final SchemeTables schemes;

    SettingController(CameraTables cameras, SchemeTables schemes) {
        this.cameras = cameras;
        this.schemes = schemes;
    }

    @Schema(name = "CameraLine")
    record CameraLine(@Nullable String id, @Nullable String name, @Nullable Double longitude, @Nullable Double latitude,
            @Nullable String link) {
    }

    @Schema(name = "CameraList")
    record CameraList(@Nullable List<CameraLine> cameras) {
    }

    @Schema(name = "SchemeBody")
    record SchemeBody(@Nullable String name, @Nullable List<SchemeTables.Screen> screens) {
    }

    @GetMapping("/cameras")
    @Permit(Permission.SITUATION_READ)
    @Operation(summary = "全部摄像机 all cameras")
    List<CameraTables.Camera> cameras() {
        return cameras.all();
    }

    @GetMapping("/cameras/nearest")
    @Permit(Permission.SITUATION_READ)
    @Operation(summary = "最近的摄像机，由近到远 the nearest cameras with their links")
    List<CameraTables.Near> nearest(@Parameter(example = "112.44") @RequestParam double longitude,
            @Parameter(example = "34.67") @RequestParam double latitude, @RequestParam(defaultValue = "4") int count) {
        return cameras.nearest(Ask.point(longitude, latitude, "CMD-07"), Math.clamp(count, 1, 20));
    }

    @PutMapping("/cameras")
    @Permit(Permission.SITUATION_EDIT)
    @Transactional
    @Operation(summary = "登记摄像机，整册替换 put the whole register of cameras",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"cameras": [{"id": "cam-0001", "name": "王城公园东门", "longitude": 112.4431, "latitude": 34.6702,
                             "link": "https://video.example.cn/live/cam-0001"}]}"""))))
    List<CameraTables.Camera> register(@RequestBody CameraList list) {
        Set<String> ids = new HashSet<>();
        List<CameraTables.Camera> wanted = (list.cameras() == null ? List.<CameraLine>of() : list.cameras()).stream().map(line -> {
            String id = Ask.code(line.id(), "id", "CMD-07");
            if (!ids.add(id)) {
                throw Ask.wrong("camera-twice", "CMD-07", "摄像机 " + id + " 登记了两次", "camera " + id + " is listed twice",
                        "请合并后再提交", "merge the lines and send again");
            }
            GeoPoint at = Ask.point(line.longitude(), line.latitude(), "CMD-07");
            return new CameraTables.Camera(id, Ask.text(line.name(), "name", 100, "CMD-07"), at.longitude(), at.latitude(),
                    link(line.link()));
        }).toList();
        cameras.replace(wanted);
        return cameras.all();
    }

    @GetMapping("/schemes")
    @Permit(Permission.SITUATION_READ)
    @Operation(summary = "展示方案 display schemes for one or several screens")
    List<SchemeTables.Scheme> schemes() {
        return schemes.all();
    }

    @PutMapping("/schemes/{id}")
    @Permit(Permission.SITUATION_EDIT)
    @Operation(summary = "保存展示方案：每块屏轮播哪些主题、各停几秒 keep a display scheme",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"name": "三联屏", "screens": [{"name": "左", "turns": [{"theme": "collection", "seconds": 40}]},
                             {"name": "中", "turns": [{"theme": "overview", "seconds": 60}, {"theme": "hot-spots", "seconds": 30}]},
                             {"name": "右", "turns": [{"theme": "evaluation", "seconds": 40}]}]}"""))))
    SchemeTables.Scheme keep(@PathVariable String id, @RequestBody SchemeBody body) {
        SchemeTables.Scheme scheme = new SchemeTables.Scheme(Ask.code(id, "id", "CMD-08"), Ask.text(body.name(), "name", 40, "CMD-08"),
                body.screens() == null ? List.of() : body.screens());
        if (scheme.screens().isEmpty() || scheme.screens().size() > SCREENS) {
            throw Ask.wrong("bad-scheme", "CMD-08", "一个方案有 1 到 12 块屏", "a scheme has 1 to 12 screens", "请增减屏数", "add or remove screens");
        }
        scheme.screens().forEach(SettingController::check);
        schemes.put(scheme, String.valueOf(SignedIn.current().post()));
        return scheme;
    }

    @DeleteMapping("/schemes/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.SITUATION_EDIT)
    @Operation(summary = "删除展示方案 remove a display scheme")
    void remove(@PathVariable String id) {
        if (!schemes.remove(id)) {
            throw Ask.missing("no-such-scheme", "CMD-08", "没有展示方案 " + id, "there is no scheme " + id, "请刷新列表", "load the list again");
        }
    }

    private static void check(SchemeTables.Screen screen) {
        if (screen.turns() == null || screen.turns().isEmpty() || screen.turns().size() > THEMES.size() * 2) {
            throw Ask.wrong("bad-scheme", "CMD-08", "每块屏至少有一个主题", "every screen shows a theme at least", "请为每块屏选择主题",
                    "choose a theme for every screen");
        }
        for (SchemeTables.Turn turn : screen.turns()) {
            if (!THEMES.contains(turn.theme())) {
                throw Ask.wrong("no-such-theme", "CMD-08", "没有主题 " + turn.theme(), "there is no theme " + turn.theme(),
                        "可选：" + String.join("、", THEMES), "one of " + String.join(", ", THEMES));
            }
            if (screen.turns().size() > 1 && (turn.seconds() < SHORTEST || turn.seconds() > LONGEST)) {
                throw Ask.wrong("bad-dwell", "CMD-08", "停留 " + turn.seconds() + " 秒不在 5 到 3600 秒之间",
                        turn.seconds() + " seconds is not between 5 and 3600", "请改停留时间", "change how long it stays");
            }
        }
    }

    /// Only what a video platform opens; a script under a link would run on the wall of whoever looks.
    private static String link(@Nullable String given) {
        String text = Ask.text(given, "link", 500, "CMD-07");
        try {
            URI link = URI.create(text);
            if (link.getScheme() != null && OPENED.contains(link.getScheme().toLowerCase(java.util.Locale.ROOT)) && link.getHost() != null) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Ask.wrong("bad-link", "CMD-07", "“" + text + "”不是视频链接", "\"" + text + "\" is no link to a video",
                "请填 http、https、rtsp 或 rtmp 开头的完整地址", "give a whole address that begins with http, https, rtsp or rtmp");
    }
}
