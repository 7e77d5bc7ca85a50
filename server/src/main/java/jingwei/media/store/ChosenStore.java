package jingwei.media.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import jingwei.media.MediaStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// 存放处的选择: S3 where `jingwei.media.s3.endpoint` is given (with `bucket`, `access-key`, `secret-key`, and `region`
/// where the store has any), else the data folder.
@Configuration
class ChosenStore {

    @Bean
    MediaStore mediaStore(Environment settings, Clock clock, @Value("${jingwei.data}") Path data) {
        String endpoint = settings.getProperty("jingwei.media.s3.endpoint", "");
        if (endpoint.isBlank()) {
            return new FolderStore(data);
        }
        for (String name : List.of("bucket", "access-key", "secret-key")) {
            if (settings.getProperty("jingwei.media.s3." + name, "").isBlank()) {
                throw new IllegalStateException("给了 jingwei.media.s3.endpoint 就必须同时给 jingwei.media.s3." + name
                        + " (endpoint is given, so it must be given too)");
            }
        }
        return new S3Store(endpoint, settings.getRequiredProperty("jingwei.media.s3.bucket"),
                new S3Signature(settings.getProperty("jingwei.media.s3.region", "us-east-1"),
                        settings.getRequiredProperty("jingwei.media.s3.access-key"),
                        settings.getRequiredProperty("jingwei.media.s3.secret-key")), clock);
    }
}
