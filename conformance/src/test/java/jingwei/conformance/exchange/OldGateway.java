package jingwei.conformance.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// 旧网关: a platform somebody else built, as a small program. It knows nothing of letters: it puts messages of its own kind in where
/// it was told to, takes what is put into it, and has neither receipts nor sequence.
final class OldGateway implements AutoCloseable {

    /// 两代消息. The first writes GB2312 and answers nothing, the second answers 0 or 1.
    enum Generation {
        G2013("GB2312", "GBK", "urn:city-exchange:2013", "sendMessage", "Message", "Body"), G2015("UTF-8", "UTF-8", "urn:city-exchange:2015", "exchange", "Task", "");

        final Charset charset;
        /// What it really writes: many a gateway that declares GB2312 sends GBK.
        private final Charset written;
        private final String namespace;
        private final String operation;
        private final String root;
        private final String body;

        Generation(String charset, String written, String namespace, String operation, String root, String body) {
            this.charset = Charset.forName(charset);
            this.written = Charset.forName(written);
            this.namespace = namespace;
            this.operation = operation;
            this.root = root;
            this.body = body;
        }
    }

    /// What came. @param fields texts of the leaves by name
    record Came(String code, String sender, Map<String, String> fields, List<byte[]> attachments) {
    }

    private final Generation generation;
    private final String code;
    private final String other;
    private final HttpServer here;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Came> came = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile String refuses = "";

    OldGateway(Generation generation, String code, String other) {
        this.generation = generation;
        this.code = code;
        this.other = other;
        try {
            here = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        here.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        here.createContext("/services/exchange", this::take);
        here.start();
    }

    String address() {
        return "http://127.0.0.1:" + here.getAddress().getPort() + "/services/exchange";
    }

    /// Nobody answers while it is away.
    void away(boolean now) {
        away = now;
    }

    /// The second generation says 1 and this.
    void refuses(String why) {
        refuses = why;
    }

    List<Came> came(String wanted, String anyNumber) {
        return came.stream().filter(each -> each.code().equals(wanted) && (each.fields().getOrDefault("UpTaskNo", "").equals(anyNumber)
                || each.fields().getOrDefault("DownTaskNo", "").equals(anyNumber))).toList();
    }

    Optional<Came> last(String wanted, String anyNumber) {
        return came(wanted, anyNumber).stream().reduce((before, after) -> after);
    }

    /// Puts a message in. @return status and text of the answer
    HttpResponse<String> send(URI door, String kind, Map<String, String> fields, byte[]... photos) {
        return put(door, envelope(kind, fields, photos));
    }

    HttpResponse<String> put(URI door, String envelope) {
        try {
            return http.send(HttpRequest.newBuilder(door).header("Content-Type", "text/xml").header("SOAPAction", "\"\"")
                    .POST(BodyPublishers.ofByteArray(envelope.getBytes(generation.written))).build(), HttpResponse.BodyHandlers.ofString(generation.charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String envelope(String kind, Map<String, String> fields, byte[]... photos) {
        StringBuilder inner = new StringBuilder();
        fields.forEach((name, value) -> inner.append('<').append(name).append('>').append(escaped(value)).append("</").append(name).append('>'));
        if (photos.length > 0) {
            inner.append("<Attachments>");
            for (byte[] photo : photos) {
                inner.append("<Attachment><Name>现场.png</Name><Kind>1</Kind><Content>").append(Base64.getEncoder().encodeToString(photo))
                        .append("</Content></Attachment>");
            }
            inner.append("</Attachments>");
        }
        String document = generation.body.isEmpty() ? "<Task>" + inner + "</Task>"
                : "<?xml version=\"1.0\" encoding=\"GB2312\"?><Message><Transport><Version>1.0</Version></Transport><Header><MessageType>" + kind
                + "</MessageType><Sender>" + code + "</Sender><Application>SZCG</Application></Header><Receiver><Code>" + other
                + "</Code></Receiver><Body>" + inner + "</Body></Message>";
        String call = generation.body.isEmpty() ? "<sender>" + code + "</sender><receiver>" + other + "</receiver><operationCode>" + kind
                + "</operationCode><content>" + escaped(document) + "</content>" : "<message>" + escaped(document) + "</message>";
        return "<?xml version=\"1.0\" encoding=\"" + generation.charset.name() + "\"?><soapenv:Envelope "
                + "xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body><" + generation.operation + " xmlns=\"" + generation.namespace
                + "\">" + call + "</" + generation.operation + "></soapenv:Body></soapenv:Envelope>";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            if (away) {
                return;
            }
            String answer = "";
            if (exchange.getRequestMethod().equals("POST")) {
                if (refuses.isEmpty()) {
                    came.add(read(bytes));
                }
                answer = generation.body.isEmpty() ? "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><exchangeResponse>"
                        + "<return>" + (refuses.isEmpty() ? "0" : "1|" + refuses) + "</return></exchangeResponse></soap:Body></soap:Envelope>" : "";
            }
            byte[] said = answer.getBytes(generation.charset);
            exchange.sendResponseHeaders(200, said.length == 0 ? -1 : said.length);
            exchange.getResponseBody().write(said);
        }
    }

    private Came read(byte[] bytes) throws IOException {
        Element envelope = parsed(strictly(bytes)).getDocumentElement();
        String text = envelope.getElementsByTagName(generation.body.isEmpty() ? "content" : "message").item(0).getTextContent();
        Element document = parsed(text).getDocumentElement();
        if (!document.getTagName().equals(generation.root)) {
            throw new IOException("not my document: " + document.getTagName());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        List<byte[]> attachments = new CopyOnWriteArrayList<>();
        leaves(document, fields, attachments);
        return generation.body.isEmpty() ? new Came(envelope.getElementsByTagName("operationCode").item(0).getTextContent(),
                envelope.getElementsByTagName("sender").item(0).getTextContent(), fields, attachments)
                : new Came(fields.get("MessageType"), fields.get("Sender"), fields, attachments);
    }

    /// A character outside the encoding it declares would be a fault of the sender.
    private String strictly(byte[] bytes) throws CharacterCodingException {
        return generation.charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static void leaves(Element element, Map<String, String> fields, List<byte[]> attachments) {
        boolean leaf = true;
        for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element child) {
                leaf = false;
                leaves(child, fields, attachments);
            }
        }
        if (leaf && element.getTagName().equals("Content") && element.getParentNode().getNodeName().equals("Attachment")) {
            attachments.add(Base64.getDecoder().decode(element.getTextContent()));
        } else if (leaf) {
            fields.put(element.getTagName(), element.getTextContent());
        }
    }

    private static Document parsed(String text) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public void close() {
        here.stop(0);
        http.shutdownNow();
    }
}
