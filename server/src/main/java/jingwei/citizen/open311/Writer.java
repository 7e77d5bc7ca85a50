package jingwei.citizen.open311;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.json.JsonMapper;

/// 两种写法: the same answer in JSON and in XML, as GeoReport v2 asks of every operation.
enum Writer {
    JSON("application/json;charset=UTF-8") {
        @Override
        byte[] write(Shape shape) {
            return MAPPER.writeValueAsBytes(shape.value());
        }
    },
    XML("text/xml;charset=UTF-8") {
        @Override
        byte[] write(Shape shape) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
                xml.writeStartDocument("UTF-8", "1.0");
                element(xml, shape.root(), shape.item(), shape.value());
                xml.writeEndDocument();
                xml.close();
            } catch (XMLStreamException e) {
                throw new IllegalStateException(e);
            }
            return bytes.toByteArray();
        }
    };

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String type;

    Writer(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    abstract byte[] write(Shape shape);

    static Writer of(String ending) {
        return ending.equals("xml") ? XML : JSON;
    }

    /// Lists nest by the singular of their name: `attributes` holds `attribute`, `values` holds `value`.
    private static void element(XMLStreamWriter xml, String name, String item, Object value) throws XMLStreamException {
        xml.writeStartElement(name);
        if (value instanceof List<?> entries) {
            for (Object entry : entries) {
                element(xml, item, "value", entry);
            }
        } else if (value instanceof Map<?, ?> fields) {
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                String key = String.valueOf(field.getKey());
                element(xml, key, key.endsWith("s") ? key.substring(0, key.length() - 1) : "value", field.getValue());
            }
        } else if (value != null) {
            xml.writeCharacters(clean(String.valueOf(value)));
        }
        xml.writeEndElement();
    }

    /// Characters that XML 1.0 cannot carry are left out.
    private static String clean(String text) {
        return text.codePoints().filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
