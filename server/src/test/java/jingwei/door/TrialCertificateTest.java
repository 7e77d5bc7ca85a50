package jingwei.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.HashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import jingwei.simulator.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// HTTPS by one setting: a client that trusts the trial authority, and nothing else, reaches the server by its address.
@Requirement("DEV-19")
class TrialCertificateTest {

    @Test
    void aPhoneThatTrustsTheAuthorityIsServed(@TempDir Path data) throws IOException, GeneralSecurityException, InterruptedException {
        Map<String, Object> tls = TrialCertificate.properties(Map.of("JINGWEI_TLS", "trial"), data);
        assertThat(TrialCertificate.properties(Map.of("JINGWEI_TLS", "trial"), data)).as("made once").isEqualTo(tls);
        Map<String, Object> more = new HashMap<>(tls);
        more.put("jingwei.demo", false);
        try (TestServer server = TestServer.open(more);
                InputStream root = Files.newInputStream(data.resolve("tls").resolve("trial-ca.crt"))) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(root));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.address().replace("http://", "https://") + "/api/health")).build();
            assertThat(HttpClient.newBuilder().sslContext(context).build()
                    .send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void offIsOffAndAMissingFileIsSaid(@TempDir Path data) {
        assertThat(TrialCertificate.properties(Map.of(), data)).isEmpty();
        assertThatThrownBy(() -> TrialCertificate.properties(Map.of("JINGWEI_TLS", data.resolve("no.p12").toString()), data))
                .isInstanceOf(StartRefused.class);
    }
}
