package jingwei.situation.follow;

import jingwei.standards.RefusedException;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// 重建命令: `java -jar jingwei-server.jar situation --rebuild` makes the read models of the wall anew for every platform and ends.
@Component("situationRebuildCommand")
class RebuildCommand implements ApplicationRunner {

    private final WallKeeper keeper;
    private final Platforms platforms;

    RebuildCommand(WallKeeper keeper, Platforms platforms) {
        this.keeper = keeper;
        this.platforms = platforms;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!arguments.getNonOptionArgs().contains("situation") || !arguments.containsOption("rebuild")) {
            return;
        }
        for (Platform platform : platforms.all()) {
            try {
                WallKeeper.Remade rebuilt = Tenancy.within(platform.id(), keeper::rebuild);
                System.out.println("[经纬] " + platform.name().zh() + " 大屏已重建 wall rebuilt: " + rebuilt.cases() + " 案件 cases, "
                        + rebuilt.millis() + " ms");
            } catch (RefusedException e) {
                System.out.println("[经纬] " + platform.name().zh() + " " + e.refusal().what().zh());
            }
        }
    }
}
