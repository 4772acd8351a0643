package org.ecgnet.format.xml;

import java.util.List;
import org.ecgnet.format.cart.CartFormat;
import org.ecgnet.format.cart.CartRecording;
import org.ecgnet.format.cart.Refusal;
import org.ecgnet.format.cart.RefusedFile;

/** A format of XML documents that is known by the name of its root element. */
public abstract class XmlFormat implements CartFormat {

    private final String name;
    private final String root;

    /**
     * @param name as it is printed
     * @param root the root element's, without a namespace
     */
    protected XmlFormat(String name, String root) {
        this.name = name;
        this.root = root;
    }

    /**
     * What the document says.
     *
     * @throws RefusedFile when it cannot be read as its format
     */
    protected abstract CartRecording recording(XmlElement document);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean claims(byte[] file) {
        return BoundedXml.opens(file, root);
    }

    @Override
    public final CartRecording read(byte[] file) {
        XmlElement whole =
                BoundedXml.read(file).orElseThrow(() -> new RefusedFile(Refusal.DAMAGED, "no well-formed XML"));
        return recording(whole.name().equals(root) ? whole : wrapped(whole));
    }

    /** A document inside another, such as a message that carries it. */
    private XmlElement wrapped(XmlElement whole) {
        List<XmlElement> inside = whole.below(root);
        if (inside.size() != 1) {
            throw new RefusedFile(Refusal.NOT_SUPPORTED, inside.size() + " documents in one file");
        }
        return inside.get(0);
    }
}
