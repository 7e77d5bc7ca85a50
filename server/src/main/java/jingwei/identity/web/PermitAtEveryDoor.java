package jingwei.identity.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// 权限检查的安装: puts {@link PermitInterceptor} before every handler.
@Configuration
class PermitAtEveryDoor implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PermitInterceptor()).order(Integer.MIN_VALUE);
    }
}
