package io.travelsuite.notify.ticket.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.travelsuite.notify.Naughty;
import io.travelsuite.notify.Samples;
import io.travelsuite.notify.Samples.Typed;
import io.travelsuite.notify.channel.Attachment;
import io.travelsuite.notify.channel.Content;
import io.travelsuite.notify.notice.BookingNotice;
import io.travelsuite.notify.notice.NoticeKind;
import io.travelsuite.notify.template.MessageTemplates;
import io.travelsuite.notify.ticket.IssuedTicket;
import io.travelsuite.notify.ticket.QrPicture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Codes are read by zxing, which has nothing of what drew them. */
class DrawnTicketsTest {

  private final MessageTemplates templates = MessageTemplates.builder().build();
  private final TicketPdf pdf = new TicketPdf(templates);

  private static String scan(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    BinaryBitmap bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    return new QRCodeReader()
        .decode(
            bitmap,
            Map.of(
                DecodeHintType.TRY_HARDER,
                true,
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(BarcodeFormat.QR_CODE)))
        .getText();
  }

  private static BufferedImage image(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  @Test
  void the_code_in_the_mail_scans_and_is_the_picture_that_the_html_shows() throws Exception {
    for (Locale locale : Samples.LANGUAGES) {
      BookingNotice notice = Samples.notice(NoticeKind.CONFIRMED, locale);
      List<IssuedTicket> tickets = Samples.tickets(notice);
      Content mail = templates.mail(notice, tickets);
      var shown = Jsoup.parse(mail.html()).select("img");

      assertThat(shown).hasSameSizeAs(tickets);
      for (int i = 0; i < tickets.size(); i++) {
        Attachment picture = mail.attachments().get(i);
        assertThat(shown.get(i).attr("src")).isEqualTo("cid:" + picture.contentId());
        assertThat(shown.get(i).attr("alt")).contains("QR", "7KQ2M9XHWD");
        assertThat(scan(image(picture.bytes()))).isEqualTo(tickets.get(i).code());
      }
    }
  }

  @Test
  void the_code_as_svg_scans() throws Exception {
    String code =
        Samples.tickets(Samples.notice(NoticeKind.CONFIRMED, Locale.ENGLISH)).get(0).code();
    String svg = QrPicture.of(code).svg("Ticket <1> & more");

    assertThat(svg).contains("<title>Ticket &lt;1&gt; &amp; more</title>");
    assertThat(scan(drawn(svg))).isEqualTo(code);
  }

  /** Draws the path of such a picture as its specification says, eight pixels a module. */
  private static BufferedImage drawn(String svg) {
    Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"").matcher(svg);
    assertThat(box.find()).isTrue();
    int size = Integer.parseInt(box.group(1)) * 8;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, size, size);
    graphics.setColor(Color.BLACK);
    Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H\\1z").matcher(svg);
    while (run.find()) {
      graphics.fillRect(
          Integer.parseInt(run.group(1)) * 8,
          Integer.parseInt(run.group(2)) * 8,
          Integer.parseInt(run.group(3)) * 8,
          8);
    }
    graphics.dispose();
    return image;
  }

  @Test
  void each_page_of_the_pdf_is_a_ticket_whose_code_scans() throws Exception {
    for (Locale locale : Samples.LANGUAGES) {
      BookingNotice notice = Samples.notice(NoticeKind.CONFIRMED, locale);
      List<IssuedTicket> tickets = Samples.tickets(notice);
      try (PDDocument document = Loader.loadPDF(pdf.draw(notice, tickets).bytes())) {
        assertThat(document.getNumberOfPages()).isEqualTo(tickets.size());
        for (int page = 0; page < tickets.size(); page++) {
          BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, 150);
          assertThat(scan(image)).isEqualTo(tickets.get(page).code());
        }
        assertThat(new PDFTextStripper().getText(document)).contains("7KQ2M9XHWD", "Berlin ZOB");
      }
    }
  }

  @Test
  void the_text_of_a_page_is_that_of_its_language_and_its_font_is_within() throws Exception {
    for (Locale locale : Samples.LANGUAGES) {
      BookingNotice notice = Samples.notice(NoticeKind.CONFIRMED, locale);
      try (PDDocument document =
          Loader.loadPDF(pdf.draw(notice, Samples.tickets(notice)).bytes())) {
        String text = new PDFTextStripper().getText(document);
        assertThat(text).contains(notice.booking().customer().name().split(" ", -1)[0]);
        assertThat(text).doesNotContain("\u25a1", "#");
        document
            .getPage(0)
            .getResources()
            .getFontNames()
            .forEach(name -> assertThat(embedded(document, name)).isTrue());
      }
    }
  }

  private static boolean embedded(PDDocument document, org.apache.pdfbox.cos.COSName name) {
    try {
      return document.getPage(0).getResources().getFont(name).isEmbedded();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void no_name_breaks_a_pdf() throws Exception {
    int every = Integer.getInteger("travel.naughty.every", 10);
    List<String> strings = Naughty.strings();
    for (int i = 0; i < strings.size(); i++) {
      String text = strings.get(i);
      boolean name =
          !io.travelsuite.notify.notice.CleanText.oneLine(text).isEmpty()
              && !io.travelsuite.secret.CardNumbers.found(text);
      if (name && (i % every == 0 || i >= strings.size() - 13)) {
        Locale locale = Samples.LANGUAGES.get(i / every % 3);
        BookingNotice notice = Samples.notice(NoticeKind.CONFIRMED, locale, Typed.everywhere(text));
        List<IssuedTicket> tickets = Samples.tickets(notice).subList(0, 1);
        try (PDDocument document = Loader.loadPDF(pdf.draw(notice, tickets).bytes())) {
          assertThat(document.getNumberOfPages()).as(text).isOne();
          assertThat(scan(new PDFRenderer(document).renderImageWithDPI(0, 100)))
              .isEqualTo(tickets.get(0).code());
        }
      }
    }
  }

  @Test
  void nothing_is_fetched_for_a_page() throws Exception {
    try (var server = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/x.png";
      MessageTemplates hostile =
          MessageTemplates.builder()
              .source(
                  file ->
                      file.equals("ticket.html")
                          ? "<html><head><style>@import '"
                              + url
                              + "';</style></head><body><img src=\""
                              + url
                              + "\" alt=\"x\"/><img src=\"file:///etc/hostname\""
                              + " alt=\"y\"/></body></html>"
                          : null)
              .build();
      BookingNotice notice = Samples.notice(NoticeKind.CONFIRMED, Locale.ENGLISH);
      server.setSoTimeout(1);
      assertThat(new TicketPdf(hostile).draw(notice, Samples.tickets(notice)).bytes()).isNotEmpty();
      org.assertj.core.api.Assertions.assertThatThrownBy(server::accept)
          .isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  /** Else the tests above could read a code that is not there. */
  @Test
  void control_a_page_without_a_code_does_not_scan() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> scan(new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB)))
        .isInstanceOf(NotFoundException.class);
  }
}
