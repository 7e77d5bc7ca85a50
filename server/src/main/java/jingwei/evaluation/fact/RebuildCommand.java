package jingwei.evaluation.fact;

import jingwei.standards.RefusedException;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// 重建命令: `java -jar jingwei-server.jar facts --rebuild` makes the facts of every platform anew from the acts and ends.
@Component
class RebuildCommand implements ApplicationRunner {

    private final FactKeeper keeper;
    private final Platforms platforms;

    RebuildCommand(FactKeeper keeper, Platforms platforms) {
        this.keeper = keeper;
        this.platforms = platforms;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!arguments.getNonOptionArgs().contains("facts") || !arguments.containsOption("rebuild")) {
            return;
        }
        for (Platform platform : platforms.all()) {
            try {
                FactKeeper.Rebuilt rebuilt = Tenancy.within(platform.id(), keeper::rebuild);
                System.out.println("[经纬] " + platform.name().zh() + " 因子已重建 facts rebuilt: " + rebuilt.cases() + " 案件 cases, "
                        + rebuilt.millis() + " ms");
            } catch (RefusedException e) {
                System.out.println("[经纬] " + platform.name().zh() + " " + e.refusal().what().zh());
            }
        }
    }
}
