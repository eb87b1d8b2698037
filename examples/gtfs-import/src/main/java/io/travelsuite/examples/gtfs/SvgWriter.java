package io.travelsuite.examples.gtfs;

import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the shapes of a picture as SVG. All lengths are pixels, from the upper left corner. */
final class SvgWriter {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String INK = "#1d2733";

  /** The height of a bar. */
  static final int BAR = 13;

  /** Characters that XML 1.0 cannot hold, not even escaped. */
  private static final String NO_XML =
      "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

  private final XMLStreamWriter xml;

  SvgWriter(Writer out) throws XMLStreamException {
    this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
  }

  void begin(int width, int height) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("svg");
    xml.writeDefaultNamespace(SVG);
    attributes("width", width, "height", height, "viewBox", "0 0 " + width + " " + height);
    attributes("font-family", "Helvetica, Arial, DejaVu Sans, sans-serif", "fill", INK);
    xml.writeEmptyElement("rect");
    attributes("width", "100%", "height", "100%", "fill", "#ffffff");
  }

  void end() throws XMLStreamException {
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  void stripe(int x, int y, int width, int height) throws XMLStreamException {
    rectangle(x, y, width, height);
    attributes("fill", "#f3f5f7");
  }

  void line(int x, int fromY, int toY) throws XMLStreamException {
    xml.writeEmptyElement("line");
    attributes("x1", x, "y1", fromY, "x2", x, "y2", toY, "stroke", "#d5dbe1");
  }

  void text(int x, int y, int size, String text) throws XMLStreamException {
    xml.writeStartElement("text");
    attributes("x", x, "y", y, "font-size", size);
    characters(text);
    xml.writeEndElement();
  }

  /** A text that rises to the right from where it begins. */
  void slanted(int x, int y, int size, String text) throws XMLStreamException {
    xml.writeStartElement("text");
    attributes("font-size", size, "transform", "translate(" + x + " " + y + ") rotate(-50)");
    characters(text);
    xml.writeEndElement();
  }

  /** Everything until {@link #endBar} belongs to a bar. */
  void beginBar(String label) throws XMLStreamException {
    xml.writeStartElement("g");
    attributes("class", "bar", "aria-label", label.replaceAll(NO_XML, ""));
  }

  /** What is shown when one points at the bar. */
  void hint(String text) throws XMLStreamException {
    xml.writeStartElement("title");
    characters(text);
    xml.writeEndElement();
  }

  void box(int x, int y, int width, String colour) throws XMLStreamException {
    rectangle(x, y, width, BAR);
    attributes("rx", 2, "fill", colour, "stroke", "#4a5866", "stroke-width", "0.6");
  }

  void endBar() throws XMLStreamException {
    xml.writeEndElement();
  }

  private void rectangle(int x, int y, int width, int height) throws XMLStreamException {
    xml.writeEmptyElement("rect");
    attributes("x", x, "y", y, "width", width, "height", height);
  }

  private void attributes(Object... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.writeAttribute(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
    }
  }

  private void characters(String text) throws XMLStreamException {
    xml.writeCharacters(text.replaceAll(NO_XML, ""));
  }
}
