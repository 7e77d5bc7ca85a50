package jingwei.collection.upload;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import jingwei.collection.submission.FieldSubmissions;
import jingwei.identity.SignedIn;
import jingwei.media.Media;
import jingwei.media.MediaItem;
import jingwei.standards.RefusedException;
import jingwei.tenancy.RefusalAnswer;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.exception.TusException;
import me.desair.tus.server.upload.UploadInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// 断点续传: the tus protocol, version 1.0.0, by a kept library; what arrived whole goes into the media room (ACQ-14).
///
/// The parts lie in the data folder under their owner's account, so nobody goes on with another's upload. The last part is
/// answered only after the media room has the photo, or with its refusal: a client that loses that answer asks how far it
/// got and hears "all of it".
@Component
public class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final long LARGEST = 200L * 1024 * 1024;
    private static final long KEPT_MILLIS = TimeUnit.DAYS.toMillis(2);
    public static final String PATH = "/api/collection/uploads";

    private final TusFileUploadService tus;
    private final Media media;
    private final FieldSubmissions submissions;
    private final RefusalAnswer refusals;

    Uploads(Media media, FieldSubmissions submissions, RefusalAnswer refusals, @Value("${jingwei.data}") Path data) {
        this.media = media;
        this.submissions = submissions;
        this.refusals = refusals;
        try {
            Path folder = Files.createDirectories(data.resolve("incoming").resolve("tus"));
            this.tus = new TusFileUploadService().withUploadUri(PATH).withStoragePath(folder.toString())
                    .withMaxUploadSize(LARGEST).withUploadExpirationPeriod(KEPT_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One request of the protocol.
    public void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String owner = SignedIn.current().platform() + "-" + SignedIn.current().account();
        tus.process(request, response, owner);
        if (!request.getMethod().equals("PATCH") && !request.getMethod().equals("POST") || response.getStatus() >= 400) {
            return;
        }
        String place = request.getMethod().equals("POST") ? response.getHeader("Location") : request.getRequestURI();
        try {
            UploadInfo info = place == null ? null : tus.getUploadInfo(place, owner);
            if (info == null || info.isUploadInProgress()) {
                return;
            }
            MediaItem item = keep(place, owner, info);
            response.setHeader("Upload-Media", item.hash());
            submissions.arrived(item.hash());
        } catch (RefusedException refused) {
            drop(place, owner);
            // The library has announced an empty answer already.
            response.setContentLengthLong(-1);
            refusals.write(request, response, refused.refusal());
        } catch (TusException e) {
            throw new IOException(e);
        }
    }

    private MediaItem keep(String place, String owner, UploadInfo info) throws IOException, TusException {
        try (InputStream bytes = tus.getUploadedBytes(place, owner)) {
            return media.add(bytes, info.getLength(), info.getMetadata().get("sha256"));
        }
    }

    private void drop(String place, String owner) {
        try {
            tus.deleteUpload(place, owner);
        } catch (IOException | TusException e) {
            LOG.warn("a refused upload was not removed: {}", e.getMessage());
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void cleanUp() throws IOException {
        tus.cleanup();
    }
}
