package jingwei.exchange.stranger;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// 报文的 XML, read as one reads what a stranger sends: no document types, so no entities of his making; nothing fetched from
/// anywhere; a bound on depth and size. Written so that a character the other side's encoding lacks goes as its number.
final class Xml {

    private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,20})[\"']");
    private static final int HEAD = 200;
    private static final String DEPTH = "60";

    private Xml() {
    }

    /// The text of a message, by the encoding it declares, else by that of its content type, else UTF-8.
    static String text(byte[] bytes, @Nullable String otherwise) throws Unreadable {
        Matcher declared = DECLARED.matcher(new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1));
        String name = declared.find() ? declared.group(1) : otherwise == null ? "UTF-8" : otherwise;
        try {
            return charset(name).newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("bad-encoding", "报文声明的编码是 " + name + "，内容却不是");
        }
    }

    /// Whoever says GB2312 often sends GBK; GB18030 holds both.
    private static Charset charset(String name) throws Unreadable {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "UTF-8", "UTF8" -> StandardCharsets.UTF_8;
            case "GB2312", "GBK", "GB18030", "GB_2312-80" -> Charset.forName("GB18030");
            default -> throw new Unreadable("bad-encoding", "不支持编码 " + name + "，请用 GB2312、GBK、GB18030 或 UTF-8");
        };
    }

    static Element parse(String text) throws Unreadable {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(null);
            builder.setEntityResolver((name, where) -> {
                throw new SAXException("nothing is fetched");
            });
            int start = text.indexOf('<');
            return builder.parse(new InputSource(new StringReader(start < 0 ? text : text.substring(start)))).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new Unreadable("bad-xml", "报文不是合格的 XML，或含有不允许的文档类型、实体：" + firstLine(e.getMessage()));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute("jdk.xml.maxElementDepth", DEPTH);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setNamespaceAware(true);
        return factory;
    }

    private static String firstLine(@Nullable String message) {
        String said = message == null ? "" : message.lines().findFirst().orElse("");
        return said.length() > 120 ? said.substring(0, 120) : said;
    }

    /// A new empty element of that name.
    static Element root(String name, @Nullable String namespace) {
        try {
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            Element root = document.createElement(name);
            if (namespace != null) {
                root.setAttribute("xmlns", namespace);
            }
            document.appendChild(root);
            return root;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Element> children(Element of, String name) {
        List<Element> found = new ArrayList<>();
        for (Node each = of.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element && (name.equals("*") || name.equals(name(element)))) {
                found.add(element);
            }
        }
        return found;
    }

    private static String name(Element element) {
        return element.getLocalName() == null ? element.getTagName() : element.getLocalName();
    }

    /// All elements at a path under the root, whatever their namespaces.
    static List<Element> all(Element root, String path) {
        List<Element> here = List.of(root);
        for (String step : path.split("/")) {
            here = here.stream().flatMap(each -> children(each, step).stream()).toList();
        }
        return here;
    }

    /// The text at a path; empty where there is none.
    static String text(Element root, String path) {
        List<Element> found = path.isEmpty() ? List.of() : all(root, path);
        return found.isEmpty() ? "" : found.getFirst().getTextContent().strip();
    }

    /// The first element of that name anywhere below; null where there is none.
    static @Nullable Element find(Element root, String name) {
        if (name(root).equals(name)) {
            return root;
        }
        for (Element each : children(root, "*")) {
            Element found = find(each, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// Writes a text at a path, making what is missing on the way.
    static void put(Element root, String path, String value) {
        Element here = root;
        for (String step : path.split("/")) {
            List<Element> known = children(here, step);
            here = known.isEmpty() ? add(here, step) : known.getFirst();
        }
        here.setTextContent(value);
    }

    /// A new last element at a path.
    static Element append(Element root, String path) {
        Element here = root;
        String[] steps = path.split("/");
        for (int i = 0; i < steps.length - 1; i++) {
            List<Element> known = children(here, steps[i]);
            here = known.isEmpty() ? add(here, steps[i]) : known.getFirst();
        }
        return add(here, steps[steps.length - 1]);
    }

    static Element add(Element to, String name) {
        Element made = to.getOwnerDocument().createElement(name);
        to.appendChild(made);
        return made;
    }

    static String write(Element root, String encoding) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"").append(encoding).append("\"?>");
        write(root, out, Charset.forName(encoding).newEncoder());
        return out.toString();
    }

    private static void write(Element element, StringBuilder out, CharsetEncoder encoder) {
        out.append('<').append(element.getTagName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            out.append(' ').append(attribute.getNodeName()).append("=\"");
            escape(attribute.getNodeValue(), out, encoder);
            out.append('"');
        }
        out.append('>');
        for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element child) {
                write(child, out, encoder);
            } else {
                escape(each.getTextContent(), out, encoder);
            }
        }
        out.append("</").append(element.getTagName()).append('>');
    }

    private static void escape(String text, StringBuilder out, CharsetEncoder encoder) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    boolean allowed = point == '\t' || point == '\n' || point == '\r' || point >= 0x20 && point != 0xFFFE && point != 0xFFFF
                            && !(point >= 0xD800 && point <= 0xDFFF);
                    if (allowed && (point < 0x80 || encoder.canEncode(Character.toString(point)))) {
                        out.appendCodePoint(point);
                    } else if (allowed) {
                        out.append("&#").append(point).append(';');
                    }
                }
            }
        });
    }
}
