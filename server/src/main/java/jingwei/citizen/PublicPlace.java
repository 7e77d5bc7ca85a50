package jingwei.citizen;

import java.util.concurrent.Callable;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/// 公众区: binds the platform a public address names, for requests of nobody in particular.
@Component
public class PublicPlace {

    private final Platforms platforms;

    PublicPlace(Platforms platforms) {
        this.platforms = platforms;
    }

    /// Does the work for the platform of that name. @throws jingwei.standards.RefusedException `no-such-platform`
    public <T> T on(String name, Callable<T> work) {
        Platform platform = find(name);
        try {
            return Tenancy.within(platform.id(), work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public Platform find(String name) {
        return platforms.all().stream().filter(each -> each.id().value().equals(name)).findFirst()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "no-such-platform",
                        Text.of("没有这个平台", "there is no such platform"),
                        Text.of("请从公布的地址进入", "come in by the published address")).under("PUB-01").asException());
    }

}
