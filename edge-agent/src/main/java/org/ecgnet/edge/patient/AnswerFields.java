package org.ecgnet.edge.patient;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The fields of an answer, JSON or XML, by their paths. */
final class AnswerFields {

    private final Function<String[], String> fields;

    private AnswerFields(Function<String[], String> fields) {
        this.fields = fields;
    }

    /** Empty for what is neither a JSON object nor an XML document. */
    static Optional<AnswerFields> of(String answer) {
        String text = answer.strip();
        try {
            if (text.startsWith("<")) {
                Element root = xml(text);
                return Optional.of(new AnswerFields(path -> field(root, path)));
            }
            Config json = ConfigFactory.parseString(
                    text, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON));
            return Optional.of(new AnswerFields(path -> field(json.root(), path)));
        } catch (ConfigException | IOException | SAXException e) {
            return Optional.empty(); // its message could quote the answer: it is not kept
        }
    }

    /** The text at a path such as {@code data.name} or {@code list.0.name}; empty when there is none. */
    String text(String path) {
        return path.isBlank() ? "" : fields.apply(path.split("\\.", -1)).strip();
    }

    private static String field(ConfigValue from, String[] path) {
        ConfigValue at = from;
        for (String name : path) {
            if (at instanceof ConfigObject object && object.containsKey(name)) {
                at = object.get(name);
            } else if (at instanceof ConfigList list
                    && name.matches("\\d{1,3}")
                    && Integer.parseInt(name) < list.size()) {
                at = list.get(Integer.parseInt(name));
            } else {
                return "";
            }
        }
        Object value = at.unwrapped();
        return value == null || at instanceof ConfigObject || at instanceof ConfigList ? "" : value.toString();
    }

    /** The path begins below the root; the last name may be an attribute, {@code @name}. */
    private static String field(Element root, String[] path) {
        Element at = root;
        for (int n = 0; n < path.length; n++) {
            if (path[n].startsWith("@")) {
                return at.getAttribute(path[n].substring(1));
            }
            Optional<Element> child = child(at, path[n]);
            if (child.isEmpty()) {
                return "";
            }
            at = child.get();
        }
        return at.getTextContent();
    }

    private static Optional<Element> child(Element of, String name) {
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** Without document types: an answer is not to open files or grow without bound. */
    private static Element xml(String text) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null); // the default one prints
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java reads no XML safely, which every Java must", e);
        }
    }
}
