package io.travelsuite.payments.webhook;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of few elements of an XML document, without DTDs and entities of its own. */
final class XmlTexts {

  /** The id of what a notification is about, whatever its element is called. */
  static final String SUBJECT = "/notification/subject/*/id";

  private static final int DEEPEST = 64;

  private final Map<String, String> texts = new HashMap<>();

  private XmlTexts() {}

  /** Reads the first text of each path; what is no XML has none. */
  static XmlTexts read(byte[] document, Set<String> paths) {
    XmlTexts read = new XmlTexts();
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
      read.element(reader, "", 0, paths);
    } catch (XMLStreamException notXml) {
      read.texts.clear();
    }
    return read;
  }

  /** The text at a path, empty if there is none. */
  String text(String path) {
    return texts.getOrDefault(path, "");
  }

  private void element(XMLStreamReader reader, String path, int depth, Set<String> paths)
      throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (depth < DEEPEST && reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          boolean anyName = path.equals("/notification/subject");
          String child = path + "/" + (anyName ? "*" : reader.getLocalName());
          element(reader, child, depth + 1, paths);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          if (paths.contains(path)) {
            texts.putIfAbsent(path, text.toString().strip());
          }
          return;
        }
        default -> {}
      }
    }
  }
}
