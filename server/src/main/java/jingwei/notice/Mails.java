package jingwei.notice;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// 邮件: sends an e-mail through the server an operator configured; off until he does.
///
/// `JINGWEI_MAIL` is `smtps://user:password@host:465?from=address` (or `smtp://…`, which asks for STARTTLS), or `file:` and a folder,
/// where each message becomes one file for another program to pick up.
@Component
public class Mails {

    private static final String PATIENCE = "10000";

    private final String server;
    private final JsonMapper json;

    Mails(@Value("${jingwei.mail:}") String server, JsonMapper json) {
        this.server = server.strip();
        this.json = json;
    }

    /// Whether e-mail can be sent at all.
    public boolean ready() {
        return !server.isEmpty();
    }

    /// Sends now, and returns when the server took it. @throws IOException where it did not
    void send(String address, String subject, String words) throws IOException {
        if (server.startsWith("file:")) {
            ShortMessages.drop(Path.of(server.substring("file:".length())),
                    json.writeValueAsBytes(Map.of("mail", address, "subject", subject, "text", words)));
            return;
        }
        URI to = URI.create(server);
        String[] who = to.getUserInfo() == null ? new String[0] : to.getUserInfo().split(":", 2);
        String protocol = to.getScheme();
        Properties settings = new Properties();
        settings.put("mail.transport.protocol", protocol);
        settings.put("mail." + protocol + ".connectiontimeout", PATIENCE);
        settings.put("mail." + protocol + ".timeout", PATIENCE);
        settings.put("mail.smtp.starttls.enable", "true");
        Session session = Session.getInstance(settings);
        try (Transport transport = session.getTransport(protocol)) {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(sender(to)));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setText(words, StandardCharsets.UTF_8.name());
            transport.connect(to.getHost(), to.getPort(), who.length > 0 ? who[0] : null, who.length > 1 ? who[1] : null);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private static String sender(URI to) throws IOException {
        String asked = to.getQuery();
        if (asked == null || !asked.startsWith("from=")) {
            throw new IOException("JINGWEI_MAIL 缺少 ?from=发件地址 lacks ?from=sender");
        }
        return asked.substring("from=".length());
    }
}
