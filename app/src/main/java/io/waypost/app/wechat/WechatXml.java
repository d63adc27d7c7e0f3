package io.waypost.app.wechat;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Reads the flat XML of callbacks; nothing in it may point elsewhere. */
final class WechatXml {

    private static final int MOST_FIELDS = 200;

    private WechatXml() {}

    /** The fields below the root by their names, the first of each name; empty where it is no XML. */
    static Optional<Map<String, String>> read(String xml) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            var reader = factory.createXMLStreamReader(new StringReader(xml));
            var fields = new HashMap<String, String>();
            int depth = 0;
            var text = new StringBuilder();
            while (reader.hasNext() && fields.size() < MOST_FIELDS) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        text.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (depth == 2) {
                            fields.putIfAbsent(reader.getLocalName(), text.toString().strip());
                        }
                        depth--;
                        text.setLength(0);
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                        return Optional.empty();
                    }
                    default -> {
                        // White space, comments and the like.
                    }
                }
            }
            return Optional.of(fields);
        } catch (XMLStreamException unreadable) {
            return Optional.empty();
        }
    }
}
