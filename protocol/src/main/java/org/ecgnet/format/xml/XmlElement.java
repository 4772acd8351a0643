package org.ecgnet.format.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element of a document. Names are without their namespace.
 *
 * @param text of this element itself, in one piece
 */
public record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text) {

    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** An attribute; empty text when there is none. */
    public String attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).orElse("").strip();
    }

    /** The children of a name, in order. */
    public List<XmlElement> all(String child) {
        return children.stream().filter(one -> one.name.equals(child)).toList();
    }

    /** The first child on a path of names. */
    public Optional<XmlElement> at(String... path) {
        Optional<XmlElement> here = Optional.of(this);
        for (String step : path) {
            here = here.flatMap(element -> element.all(step).stream().findFirst());
        }
        return here;
    }

    /** The text at a path; empty when there is none. */
    public String textAt(String... path) {
        return at(path).map(XmlElement::text).orElse("").strip();
    }

    /** Every element of a name below this one, in the order of the document. */
    public List<XmlElement> below(String descendant) {
        List<XmlElement> found = new ArrayList<>();
        collect(descendant, found);
        return found;
    }

    private void collect(String descendant, List<XmlElement> found) {
        for (XmlElement child : children) {
            if (child.name.equals(descendant)) {
                found.add(child);
            }
            child.collect(descendant, found);
        }
    }

    /** The first element of a name below this one. */
    public Optional<XmlElement> first(String descendant) {
        return below(descendant).stream().findFirst();
    }
}
