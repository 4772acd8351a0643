package org.ecgnet.format.xml;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/** Reads a document into {@link XmlElement}s. */
public final class BoundedXml {

    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 200_000;
    private static final int LOOK_FOR_ROOT = 16_384;

    /** A document takes six times its bytes while it is read, and the agent has a heap of 128 MB. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private BoundedXml() {}

    private static final class Open {
        private final String name;
        private final Map<String, String> attributes;
        private final List<XmlElement> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Open(String name, Map<String, String> attributes) {
            this.name = name;
            this.attributes = attributes;
        }

        XmlElement closed() {
            return new XmlElement(name, attributes, children, text.toString());
        }
    }

    /** True when the beginning of the bytes opens an element of this name, with or without a namespace. */
    public static boolean opens(byte[] file, String root) {
        int length = Math.min(file.length, LOOK_FOR_ROOT);
        String head = XmlText.of(Arrays.copyOf(file, length));
        for (int at = head.indexOf(root); at > 0; at = head.indexOf(root, at + 1)) {
            int end = at + root.length();
            boolean ends = end == head.length() || " \t\r\n/>".indexOf(head.charAt(end)) >= 0;
            char before = head.charAt(at - 1);
            if (ends && (before == '<' || before == ':' && head.lastIndexOf('<', at) > head.lastIndexOf('>', at))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The root element; empty when the bytes are no well-formed document, or one too deep or of too many elements.
     *
     * @throws RefusedFile when they are too many
     */
    public static Optional<XmlElement> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new RefusedFile(Refusal.TOO_LARGE, file.length + " bytes of XML");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(XmlText.of(file)));
            try {
                return root(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            return Optional.empty(); // the JDK's reader throws unchecked ones too on hostile input
        }
    }

    private static Optional<XmlElement> root(XMLStreamReader reader) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS || open.size() == DEEPEST) {
                        return Optional.empty();
                    }
                    open.push(new Open(reader.getLocalName(), attributes(reader)));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.peek()
                                .text
                                .append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlElement done = open.pop().closed();
                    if (open.isEmpty()) {
                        return Optional.of(done);
                    }
                    open.element().children.add(done);
                }
                default -> {} // comments, instructions, document types and entities mean nothing here
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int at = 0; at < reader.getAttributeCount(); at++) {
            attributes.put(reader.getAttributeLocalName(at), reader.getAttributeValue(at));
        }
        return attributes;
    }
}
