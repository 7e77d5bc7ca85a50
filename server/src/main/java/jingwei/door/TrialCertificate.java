package jingwei.door;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// 试用证书: HTTPS by one setting. Without HTTPS a phone gives neither camera nor position nor a worker for offline work.
///
/// `JINGWEI_TLS=trial` makes, once, an authority of this server's own and a certificate for its addresses in the intranet, by the
/// JDK's keytool; phones trust the authority after `tls/trial-ca.crt` was installed on them (docs/operate/https.md).
/// `JINGWEI_TLS=<file.p12>` with `JINGWEI_TLS_PASSWORD` takes a certificate the city has.
final class TrialCertificate {

    private static final String DAYS = "825";

    private TrialCertificate() {
    }

    /// The properties that let the server speak HTTPS; empty where it is not asked for.
    static Map<String, Object> properties(Map<String, String> environment, Path data) {
        String wanted = environment.getOrDefault("JINGWEI_TLS", "off").strip();
        if (wanted.isEmpty() || wanted.equalsIgnoreCase("off")) {
            return Map.of();
        }
        try {
            if (wanted.equalsIgnoreCase("trial")) {
                Path folder = Files.createDirectories(data.resolve("tls"));
                Path store = folder.resolve("trial.p12");
                Path secret = folder.resolve("trial.password");
                if (!Files.exists(store)) {
                    make(folder, store, secret);
                }
                return of(store, Files.readString(secret).strip());
            }
            Path store = Path.of(wanted).toAbsolutePath();
            if (!Files.isReadable(store)) {
                throw new StartRefused("证书文件 " + store + " 不存在或不可读", "the certificate " + store + " cannot be read");
            }
            return of(store, environment.getOrDefault("JINGWEI_TLS_PASSWORD", ""));
        } catch (IOException e) {
            throw new StartRefused("试用证书未能生成：" + e.getMessage(), "the trial certificate could not be made");
        }
    }

    private static Map<String, Object> of(Path store, String password) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.ssl.key-store", store.toUri().toString());
        properties.put("server.ssl.key-store-type", "PKCS12");
        properties.put("server.ssl.key-store-password", password);
        properties.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
        properties.put("jingwei.session.secure", true);
        return properties;
    }

    private static void make(Path folder, Path store, Path secret) throws IOException {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Files.writeString(secret, password + "\n");
        try {
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        } catch (UnsupportedOperationException e) {
            // a file system without such rights: the folder's own have to do
        }
        Path authority = folder.resolve("trial-ca.p12");
        Path request = folder.resolve("trial.csr");
        Path signed = folder.resolve("trial.crt");
        Path root = folder.resolve("trial-ca.crt");
        Path unfinished = folder.resolve("unfinished.p12");
        Files.deleteIfExists(authority);
        Files.deleteIfExists(unfinished);
        keytool(authority, password, "-genkeypair", "-alias", "ca", "-keyalg", "EC", "-groupname", "secp256r1", "-validity",
                "3650", "-dname", "CN=Jingwei trial authority", "-ext", "bc:c=ca:true,pathlen:0", "-ext", "ku:c=keyCertSign,cRLSign");
        keytool(authority, password, "-exportcert", "-rfc", "-alias", "ca", "-file", root.toString());
        keytool(unfinished, password, "-genkeypair", "-alias", "server", "-keyalg", "EC", "-groupname", "secp256r1", "-validity",
                DAYS, "-dname", "CN=Jingwei");
        keytool(unfinished, password, "-certreq", "-alias", "server", "-file", request.toString());
        keytool(authority, password, "-gencert", "-rfc", "-alias", "ca", "-infile", request.toString(), "-outfile",
                signed.toString(), "-validity", DAYS, "-ext", "san=" + names(), "-ext", "eku=serverAuth",
                "-ext", "ku:c=digitalSignature");
        keytool(unfinished, password, "-importcert", "-noprompt", "-alias", "ca", "-file", root.toString());
        keytool(unfinished, password, "-importcert", "-noprompt", "-alias", "server", "-file", signed.toString());
        Files.deleteIfExists(request);
        Files.move(unfinished, store);
    }

    /// Every address this machine has now: a phone in the intranet reaches it by one of them.
    private static String names() throws SocketException {
        List<String> names = new ArrayList<>(List.of("dns:localhost"));
        NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).map(address -> address.getHostAddress())
                .filter(address -> !address.contains(":")).distinct().forEach(address -> names.add("ip:" + address));
        return String.join(",", names);
    }

    private static void keytool(Path store, String password, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), words[0],
                "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass:env", "JINGWEI_TLS_MAKING"));
        command.addAll(List.of(words).subList(1, words.length));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JINGWEI_TLS_MAKING", password);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(said.lines().findFirst().orElse("keytool"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
