package jingwei.door.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// 网页: serves the apps; a deep link into one answers its first page, so that a saved address works without a worker.
@Configuration
class Pages implements WebMvcConfigurer {

    private static final List<String> APPS = List.of("office", "collector", "screen", "report");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String app : APPS) {
            // Their names carry their content: a browser never has to ask again.
            registry.addResourceHandler("/" + app + "/assets/**").addResourceLocations("classpath:/static/" + app + "/assets/")
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
            registry.addResourceHandler("/" + app + "/**").addResourceLocations("classpath:/static/" + app + "/")
                    .resourceChain(true).addResolver(new FirstPage());
        }
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/office/");
        for (String app : APPS) {
            registry.addRedirectViewController("/" + app, "/" + app + "/");
            registry.addViewController("/" + app + "/").setViewName("forward:/" + app + "/index.html");
        }
    }

    /// What is no file of the app is a place inside it.
    private static final class FirstPage extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource found = path.isEmpty() ? null : super.getResource(path, location);
            return found != null || path.contains(".") ? found : super.getResource("index.html", location);
        }
    }
}
