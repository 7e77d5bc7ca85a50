package jingwei.exchange.move;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jingwei.standards.RefusedException;
import jingwei.tenancy.Platform;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// 搬迁命令: `java -jar jingwei-server.jar platform --export=xinan --file=xinan.zip [--dry-run]` and
/// `… platform --import --file=xinan.zip [--hosted] [--above=https://city] [--dry-run]`.
@Component
class MoveCommand implements ApplicationRunner {

    private final Moving moving;

    MoveCommand(Moving moving) {
        this.moving = moving;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!arguments.getNonOptionArgs().contains("platform")) {
            return;
        }
        boolean dry = arguments.containsOption("dry-run");
        String file = value(arguments, "file");
        String export = value(arguments, "export");
        try {
            if (export != null && (file != null || dry)) {
                PlatformId id = PlatformId.of(export);
                say(dry ? "试打包，什么也没有写 dry run" : "已打包 packed", dry ? moving.measure(id) : moving.pack(id, Path.of(String.valueOf(file))));
            } else if (arguments.containsOption("import") && file != null) {
                say(dry ? "试导入，什么也没有留下 dry run" : "已导入 unpacked", moving.unpack(Path.of(file), arguments.containsOption("hosted")
                        ? Platform.Hosting.HOSTED : Platform.Hosting.OWN, value(arguments, "above"), dry));
            } else {
                throw new IllegalArgumentException("""
                        用法 usage: platform --export=平台 --file=文件.zip [--dry-run]
                                    platform --import --file=文件.zip [--hosted] [--above=https://上级] [--dry-run]""");
            }
        } catch (RefusedException e) {
            throw new IllegalArgumentException(e.refusal().what().zh() + "。" + e.refusal().remedy().zh() + " " + e.refusal().what().en(), e);
        }
    }

    private static void say(String what, Moving.Moved moved) {
        System.out.println("[经纬] " + what + ": " + moved.platform() + ", " + moved.tables() + " 张表 tables, " + moved.rows() + " 行 rows, "
                + moved.media() + " 件影音 media, " + moved.bytes() / 1024 / 1024 + " MB");
    }

    private static @Nullable String value(ApplicationArguments arguments, String option) {
        List<String> values = arguments.getOptionValues(option);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}
