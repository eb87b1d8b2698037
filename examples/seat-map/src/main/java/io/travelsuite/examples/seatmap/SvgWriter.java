package io.travelsuite.examples.seatmap;

import java.io.Writer;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes shapes as SVG. All lengths are pixels, from the upper left corner. */
final class SvgWriter {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String INK = "#1d2733";

  /** Characters that XML 1.0 cannot hold, not even escaped. */
  private static final String NO_XML =
      "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

  private final XMLStreamWriter xml;

  SvgWriter(Writer out) throws XMLStreamException {
    xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
  }

  void begin(double width, double height) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("svg");
    xml.writeDefaultNamespace(SVG);
    attributes("width", width, "height", height);
    attributes("viewBox", "0 0 " + number(width) + " " + number(height));
    attributes("font-family", "Helvetica, Arial, DejaVu Sans, sans-serif", "fill", INK);
    empty("rect", "width", "100%", "height", "100%", "fill", "#ffffff");
  }

  void end() throws XMLStreamException {
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  void group(Object... attributes) throws XMLStreamException {
    xml.writeStartElement("g");
    attributes(attributes);
    xml.writeCharacters("");
  }

  void endGroup() throws XMLStreamException {
    xml.writeEndElement();
  }

  void empty(String shape, Object... attributes) throws XMLStreamException {
    xml.writeEmptyElement(shape);
    attributes(attributes);
  }

  /** An element that holds a text. */
  void text(String element, String text, Object... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    attributes(attributes);
    xml.writeCharacters(text.replaceAll(NO_XML, ""));
    xml.writeEndElement();
  }

  /** Names and values; a number is written with one decimal at most. */
  private void attributes(Object... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      String text = value instanceof Double number ? number(number) : value.toString();
      xml.writeAttribute(namesAndValues[i].toString(), text.replaceAll(NO_XML, ""));
    }
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
