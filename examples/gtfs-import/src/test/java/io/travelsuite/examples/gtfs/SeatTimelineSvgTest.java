package io.travelsuite.examples.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.gtfs.SeatTimeline.Bar;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SeatTimelineSvgTest {

  private static final long SEED = 20_220_101;

  @TempDir private Path folder;

  /** A bar as it is drawn. */
  private record Box(int x, int y, int width, int height) {

    boolean overlaps(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  @Test
  void every_booking_of_a_long_train_is_drawn_and_none_over_another() throws Exception {
    SeatTimeline train = longTrain();

    Document picture = parsed(SeatTimelineSvg.of(train));

    List<Element> bars = bars(picture);
    assertThat(bars)
        .extracting(bar -> bar.getAttribute("aria-label"))
        .containsExactlyElementsOf(train.bars().stream().map(Bar::label).toList());
    assertThat(train.legs()).isEqualTo(70);
    assertThat(overlaps(boxes(picture))).isEmpty();
    assertThat(texts(picture))
        .contains(train.title())
        .containsAll(train.stops())
        .containsAll(train.seats())
        .containsAll(train.colourKeys());
  }

  @Test
  void control_bars_drawn_over_each_other_are_seen() throws Exception {
    Document picture = parsed(SeatTimelineSvg.of(longTrain()));
    Element bar = bars(picture).get(0);
    bar.getParentNode().appendChild(bar.cloneNode(true));

    assertThat(overlaps(boxes(picture))).hasSize(1);
  }

  @Test
  void everything_lies_within_the_picture() throws Exception {
    Document picture = parsed(SeatTimelineSvg.of(longTrain()));
    Element root = picture.getDocumentElement();
    int width = Integer.parseInt(root.getAttribute("width"));
    int height = Integer.parseInt(root.getAttribute("height"));

    assertThat(boxes(picture))
        .allMatch(box -> box.x() >= 0 && box.x() + box.width() <= width)
        .allMatch(box -> box.y() >= 0 && box.y() + box.height() <= height);
  }

  @Test
  void a_longer_booking_is_a_longer_bar_in_the_row_of_its_seat() throws Exception {
    List<Box> boxes =
        boxes(
            parsed(
                SeatTimelineSvg.of(
                    new SeatTimeline(
                        "Train 1",
                        List.of("A", "B", "C", "D"),
                        List.of("1A", "1B"),
                        List.of(
                            new Bar("1A", 0, 1, "R1", "web"),
                            new Bar("1A", 1, 3, "R2", "desk"),
                            new Bar("1B", 1, 2, "R3", "web"))))));

    assertThat(boxes.get(1).width()).isGreaterThan(2 * boxes.get(0).width());
    assertThat(boxes.get(1).x()).isEqualTo(boxes.get(2).x());
    assertThat(boxes.get(0).y()).isEqualTo(boxes.get(1).y()).isLessThan(boxes.get(2).y());
  }

  @Test
  void bars_with_the_same_key_have_the_same_colour_and_others_another() throws Exception {
    Document picture = parsed(SeatTimelineSvg.of(longTrain()));
    List<Bar> bars = longTrain().bars();
    List<String> colours =
        bars(picture).stream().map(bar -> rectangle(bar).getAttribute("fill")).toList();

    for (int i = 0; i < bars.size(); i++) {
      boolean sameKey = bars.get(i).colourKey().equals(bars.get(0).colourKey());
      assertThat(colours.get(i).equals(colours.get(0))).isEqualTo(sameKey);
    }
  }

  @Test
  void a_label_that_does_not_fit_its_bar_is_only_a_hint() throws Exception {
    SeatTimeline narrow =
        new SeatTimeline(
            "Train 1",
            List.of("A", "B", "C"),
            List.of("1A"),
            List.of(new Bar("1A", 0, 1, "a long label", "web"), new Bar("1A", 1, 2, "R2", "web")));

    Document picture = parsed(SeatTimelineSvg.of(narrow));

    assertThat(texts(picture)).doesNotContain("a long label").contains("R2");
    assertThat(bars(picture).get(0).getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("1A: A – B, a long label (web)");
  }

  @Test
  void text_that_is_markup_or_no_xml_does_no_harm() throws Exception {
    SeatTimeline hostile =
        new SeatTimeline(
            "<svg> & \"Montréal\" \u0001",
            List.of("<b>", "]]>"),
            List.of("'1'"),
            List.of(new Bar("'1'", 0, 1, "\"\u0000/><script>", "a&b")));

    Document picture = parsed(SeatTimelineSvg.of(hostile));

    assertThat(texts(picture)).contains("<svg> & \"Montréal\" ", "<b>", "]]>", "'1'", "a&b");
    assertThat(bars(picture).get(0).getAttribute("aria-label")).isEqualTo("\"/><script>");
    assertThat(picture.getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void the_same_timeline_gives_the_same_file() throws IOException {
    Path file = folder.resolve("train.svg");
    Files.writeString(file, SeatTimelineSvg.of(longTrain()));

    assertThat(file).hasContent(SeatTimelineSvg.of(longTrain()));
  }

  /** A made-up sale of the longest train: 60 seats, runs of legs one after another. */
  private static SeatTimeline longTrain() {
    Random random = new Random(SEED);
    List<String> stops =
        Timetable.of(FeedReader.builtIn()).pattern("525").calls().stream().map(Call::name).toList();
    List<String> seats =
        IntStream.range(0, 60).mapToObj(i -> (i / 4 + 1) + "" + "ABCD".charAt(i % 4)).toList();
    List<String> channels = List.of("web", "agency", "station", "phone");
    List<Bar> bars = new ArrayList<>();
    for (String seat : seats) {
      int from = random.nextInt(12);
      while (from < stops.size() - 1) {
        int to = Math.min(stops.size() - 1, from + 1 + random.nextInt(25));
        String label = "VR" + (1_000 + bars.size());
        bars.add(new Bar(seat, from, to, label, channels.get(random.nextInt(channels.size()))));
        from = to + (random.nextBoolean() ? 0 : random.nextInt(9));
      }
    }
    return new SeatTimeline("Train 693, Winnipeg – Churchill", stops, seats, bars);
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static List<Element> bars(Document picture) {
    return elements(picture.getElementsByTagName("g")).stream()
        .filter(group -> group.getAttribute("class").equals("bar"))
        .toList();
  }

  private static Element rectangle(Element bar) {
    return (Element) bar.getElementsByTagName("rect").item(0);
  }

  private static List<Box> boxes(Document picture) {
    return bars(picture).stream()
        .map(SeatTimelineSvgTest::rectangle)
        .map(
            box ->
                new Box(
                    Integer.parseInt(box.getAttribute("x")),
                    Integer.parseInt(box.getAttribute("y")),
                    Integer.parseInt(box.getAttribute("width")),
                    Integer.parseInt(box.getAttribute("height"))))
        .toList();
  }

  private static List<List<Box>> overlaps(List<Box> boxes) {
    List<List<Box>> overlaps = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = i + 1; j < boxes.size(); j++) {
        if (boxes.get(i).overlaps(boxes.get(j))) {
          overlaps.add(List.of(boxes.get(i), boxes.get(j)));
        }
      }
    }
    return overlaps;
  }

  private static List<String> texts(Document picture) {
    return elements(picture.getElementsByTagName("text")).stream()
        .map(Element::getTextContent)
        .toList();
  }
}
