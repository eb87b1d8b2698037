package io.travelsuite.notify.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.samskivert.mustache.Mustache;
import io.travelsuite.booking.Customer;
import io.travelsuite.notify.Naughty;
import io.travelsuite.notify.Samples;
import io.travelsuite.notify.Samples.Typed;
import io.travelsuite.notify.channel.Content;
import io.travelsuite.notify.notice.BookingNotice;
import io.travelsuite.notify.notice.CleanText;
import io.travelsuite.notify.notice.NoticeKind;
import io.travelsuite.notify.ticket.IssuedTicket;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class NaughtyNamesTest {

  private final MessageTemplates templates = MessageTemplates.builder().build();

  @Test
  void no_name_breaks_a_mail_or_an_sms() throws IOException {
    for (Locale locale : Samples.LANGUAGES) {
      for (NoticeKind kind : NoticeKind.values()) {
        Content plain = mail(kind, locale, Typed.plain(locale));
        String structure = structure(Jsoup.parse(plain.html()));
        for (String text : share(locale)) {
          Content mail = mail(kind, locale, Typed.everywhere(text));
          String what = locale + " " + kind + " " + text;
          Document page = Jsoup.parse(mail.html());
          assertThat(structure(page)).as(what).isEqualTo(structure);
          assertThat(page.selectFirst("p").wholeText()).isEqualTo(CleanText.oneLine(text));
          assertThat(lines(mail.subject())).as(what).isOne();
          assertThat(lines(mail.text())).as(what).isEqualTo(lines(plain.text()));
          assertThat(mail.text() + mail.html()).doesNotContainPattern("[\u202a-\u202e]");
          assertThat(mail.text().lines()).as(what).allMatch(NaughtyNamesTest::balanced);
          BookingNotice notice = Samples.notice(kind, locale, Typed.everywhere(text));
          String sms = templates.sms(notice).text();
          assertThat(lines(sms)).as(what).isOne();
          assertThat(sms).as(what).matches(NaughtyNamesTest::balanced);
        }
      }
    }
  }

  /** Each name comes in each kind of message, in one of the languages, by turns. */
  private static List<String> share(Locale locale) throws IOException {
    int languages = Samples.LANGUAGES.size();
    int turn = Samples.LANGUAGES.indexOf(locale);
    List<String> all = shown();
    return IntStream.range(0, all.size())
        .filter(i -> i % languages == turn)
        .mapToObj(all::get)
        .toList();
  }

  private static boolean balanced(String line) {
    return line.chars().filter(c -> c == 0x2068).count()
        == line.chars().filter(c -> c == 0x2069).count();
  }

  @Test
  void control_without_escaping_the_structure_breaks() throws IOException {
    String layout = "<p>{{operator}}</p>";
    long broken =
        shown().stream()
            .map(
                text ->
                    Mustache.compiler()
                        .escapeHTML(false)
                        .compile(layout)
                        .execute(Map.of("operator", text)))
            .filter(
                html ->
                    !structure(Jsoup.parse(html)).equals(structure(Jsoup.parse("<p>plain</p>"))))
            .count();
    assertThat(broken).isGreaterThan(50);
  }

  @Test
  void control_as_it_was_typed_a_name_has_more_than_one_line() throws IOException {
    assertThat(Naughty.strings()).anyMatch(text -> lines(text) > 1);
    assertThat(Naughty.strings()).allMatch(text -> lines(CleanText.oneLine(text)) <= 1);
  }

  @Test
  void what_is_typed_is_never_a_template() {
    Content mail = mail(NoticeKind.CONFIRMED, Locale.ENGLISH, Typed.everywhere("{{reference}}"));

    assertThat(mail.subject()).isEqualTo("Booking 7KQ2M9XHWD is confirmed: {{reference}}");
    assertThat(mail.text()).contains("Hello {{reference}},");
  }

  private Content mail(NoticeKind kind, Locale locale, Typed typed) {
    BookingNotice notice = Samples.notice(kind, locale, typed);
    List<IssuedTicket> tickets = kind == NoticeKind.CONFIRMED ? TICKETS : List.of();
    assertThat(notice.booking().customer()).isNotEqualTo(Customer.UNKNOWN);
    return templates.mail(notice, tickets);
  }

  /** Signed once: their pictures are not what is looked at. */
  private static final List<IssuedTicket> TICKETS =
      Samples.tickets(Samples.notice(NoticeKind.CONFIRMED, Locale.ENGLISH)).subList(0, 1);

  /** Of which something is left to be seen; a card number is no name. */
  private static List<String> shown() throws IOException {
    return Naughty.strings().stream()
        .filter(text -> !CleanText.oneLine(text).isEmpty())
        .filter(text -> !io.travelsuite.secret.CardNumbers.found(text))
        .toList();
  }

  private static long lines(String text) {
    return text.split("\r\n|[\n\r\u000b\f\u0085\u2028\u2029]", -1).length;
  }

  /**
   * Elements with the names of their attributes, and the values of all but what names differ in.
   */
  private static String structure(Document page) {
    StringBuilder structure = new StringBuilder();
    for (Element element : page.getAllElements()) {
      structure.append(element.tagName()).append(' ').append(element.parents().size());
      for (Attribute attribute : element.attributes()) {
        structure.append(' ').append(attribute.getKey());
        structure.append(attribute.getKey().equals("style") ? attribute.getValue() : "");
      }
      structure.append('\n');
    }
    return structure.toString();
  }
}
