package jingwei.identity.web;

import jingwei.identity.SecondSteps;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// 权限检查的安装: puts {@link PermitInterceptor} before every handler.
@Configuration
class PermitAtEveryDoor implements WebMvcConfigurer {

    private final SecondSteps steps;

    PermitAtEveryDoor(SecondSteps steps) {
        this.steps = steps;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PermitInterceptor(steps)).order(Integer.MIN_VALUE);
    }
}
