package jingwei.exchange.stranger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import jingwei.exchange.Partner;
import jingwei.exchange.stranger.Dialect.Message;
import jingwei.media.Media;
import jingwei.media.MediaItem;
import jingwei.standards.RefusedException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// 附件: evidence inside a stranger's message, or at an address of the stranger's own gateway, which alone is asked for it.
@Component
class Attached {

    private static final int MOST = 20;
    private static final int LARGEST = 12 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Media media;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).followRedirects(HttpClient.Redirect.NEVER).build();

    Attached(Media media) {
        this.media = media;
    }

    /// Takes the evidence in and names it in the letter's body.
    void read(Dialect dialect, Message message, Element document, Partner partner, ObjectNode body) throws Unreadable {
        List<Element> pieces = Xml.all(document, dialect.attachments().xml());
        if (pieces.isEmpty()) {
            return;
        }
        if (pieces.size() > MOST) {
            throw new Unreadable("too-many-attachments", "附件超过 " + MOST + " 件");
        }
        ArrayNode list = body.putArray("media");
        for (Element piece : pieces) {
            byte[] bytes = bytes(dialect, piece, partner);
            try {
                MediaItem item = media.add(new ByteArrayInputStream(bytes), bytes.length);
                list.addObject().put("hash", item.hash()).put("shows", message.shows() == null ? "document" : message.shows())
                        .put("type", item.type()).put("size", item.size());
            } catch (RefusedException e) {
                throw new Unreadable("bad-attachment", "附件“" + Xml.text(piece, dialect.attachments().name()) + "”：" + e.refusal().what().zh());
            }
        }
    }

    private byte[] bytes(Dialect dialect, Element piece, Partner partner) throws Unreadable {
        String content = Xml.text(piece, dialect.attachments().content());
        String address = Xml.text(piece, dialect.attachments().address());
        try {
            return content.isEmpty() ? fetched(address, partner) : Base64.getMimeDecoder().decode(content);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("bad-attachment", "附件内容不是 Base64 文本");
        }
    }

    private byte[] fetched(String address, Partner partner) throws Unreadable {
        URI gateway = URI.create(partner.address().substring(Partner.GATEWAY.length()));
        URI wanted = gateway.resolve(address);
        if (address.isEmpty() || !gateway.getAuthority().equals(wanted.getAuthority()) || !gateway.getScheme().equals(wanted.getScheme())) {
            throw new Unreadable("bad-attachment", "附件地址“" + address + "”不在对方网关上，不取");
        }
        try {
            HttpResponse<InputStream> answer = http.send(HttpRequest.newBuilder(wanted).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (answer.statusCode() != 200 || bytes.length > LARGEST) {
                    throw new Unreadable("bad-attachment", "附件“" + address + "”取不到，对方答复 " + answer.statusCode());
                }
                return bytes;
            }
        } catch (IOException e) {
            throw new Unreadable("bad-attachment", "附件“" + address + "”取不到");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreadable("bad-attachment", "附件“" + address + "”取不到");
        }
    }

    /// Puts the evidence a letter names into the message.
    void write(Dialect dialect, JsonNode body, Element document) throws Unreadable {
        for (JsonNode named : body.path("media")) {
            MediaItem item = media.find(named.path("hash").asString("")).orElse(null);
            if (item == null) {
                continue;
            }
            if (item.size() > LARGEST) {
                throw new Unreadable("too-large", "影音 " + item.hash() + " 超过 12 MB，对方的报文装不下；请线下交付");
            }
            try (InputStream content = media.open(item, false, 0, item.size())) {
                Element piece = Xml.append(document, dialect.attachments().xml());
                Xml.put(piece, dialect.attachments().name(), item.hash().substring(0, 16) + "." + item.type().substring(item.type().indexOf('/') + 1));
                Xml.put(piece, dialect.attachments().kind(), dialect.attachments().kinds().getOrDefault(item.kind().name(), "6"));
                Xml.put(piece, dialect.attachments().content(), Base64.getEncoder().encodeToString(content.readAllBytes()));
            } catch (IOException e) {
                throw new Unreadable("media-unreadable", "影音 " + item.hash() + " 读不出");
            }
        }
    }
}
