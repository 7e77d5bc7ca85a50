package jingwei.door.gate;

import java.net.URI;
import java.nio.file.Path;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Opens the listeners of the zones that have a port of their own, on the office's address and with its certificate.
@Component
class ZoneListeners implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Zones zones;
    private final Environment environment;

    ZoneListeners(Zones zones, Environment environment) {
        this.zones = zones;
        this.environment = environment;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        zones.ports().forEach((zone, port) -> factory.addAdditionalConnectors(listener(factory, port)));
    }

    private Connector listener(TomcatServletWebServerFactory factory, int port) {
        Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(port);
        connector.setURIEncoding("UTF-8");
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol && factory.getAddress() != null) {
            protocol.setAddress(factory.getAddress());
        }
        String store = environment.getProperty("server.ssl.key-store");
        if (store != null) {
            connector.setScheme("https");
            connector.setSecure(true);
            connector.setProperty("SSLEnabled", "true");
            connector.addSslHostConfig(certified(store, environment.getProperty("server.ssl.key-store-password")));
        }
        return connector;
    }

    private static SSLHostConfig certified(String store, @Nullable String password) {
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols("TLSv1.3+TLSv1.2");
        SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystoreFile(Path.of(URI.create(store)).toString());
        certificate.setCertificateKeystoreType("PKCS12");
        certificate.setCertificateKeystorePassword(password);
        host.addCertificate(certificate);
        return host;
    }
}
