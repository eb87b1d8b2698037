package io.travelsuite.examples.seatmap;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A picture read back. */
final class Svg {

  private final Document document;

  private Svg(Document document) {
    this.document = document;
  }

  /** Fails where it is no well-formed XML. */
  static Svg parse(String text) throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(new DefaultHandler()); // throws, and prints nothing
    return new Svg(builder.parse(new InputSource(new StringReader(text))));
  }

  List<Element> elements(String name) {
    NodeList found = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  List<Element> seats() {
    return elements("g").stream().filter(g -> g.getAttribute("class").equals("seat")).toList();
  }

  List<String> labels() {
    return seats().stream().map(seat -> seat.getAttribute("data-seat")).toList();
  }

  List<String> texts() {
    return elements("text").stream().map(Element::getTextContent).toList();
  }

  double number(String attribute) {
    return Double.parseDouble(document.getDocumentElement().getAttribute(attribute));
  }

  static Element square(Element seat) {
    return (Element) seat.getElementsByTagName("rect").item(0);
  }

  static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
