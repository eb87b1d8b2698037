package io.travelsuite.notify.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.notify.Samples;
import io.travelsuite.notify.notice.NoticeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateChecksTest {

  private static final TemplateSource SHIPPED =
      TemplateSource.classPath(
          MessageTemplates.class.getClassLoader(), "io/travelsuite/notify/template/");

  private static List<String> problems(String file, String text) {
    TemplateSource source = name -> name.equals(file) ? text : null;
    try {
      MessageTemplates.builder().source(source).build();
      return List.of();
    } catch (TemplateException e) {
      assertThat(e).hasMessageContaining(String.join("\n", e.problems()));
      return e.problems();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mail.html | <p>\\n{{bookng}} | mail.html:2: no name "bookng"
          mail.txt | {{#lines}}\\n{{title}} | mail.txt:1: section "lines" is not closed
          mail.txt | {{title}} | mail.txt:1: no name "title"
          mail.txt | {{#lines}}{{/total}} | mail.txt:1: section "total" is closed where "lines" is open
          mail.txt | \\n\\n{{/total}} | mail.txt:3: section "total" is closed where nothing is open
          mail.html | {{{customer}}} | mail.html:1: "customer" must be escaped, as {{customer}}
          mail.html | {{&customer}} | mail.html:1: "customer" must be escaped, as {{customer}}
          mail.html | <a title={{customer}}> | mail.html:1: "customer" is the value of an attribute and must be quoted
          mail.html | {{>part}} | mail.html:1: {{> is not supported
          mail.html | {{=<% %>=}} | mail.html:1: {{= is not supported
          he/held.txt | x {{customer | he/held.txt:1: {{ is not closed
          confirmed.html | {{w.hint}} | confirmed.html:1: de/words.properties has no word "confirmed.hint" or "hint"
          he/words.properties | # x\\ngreeting = {{name}} | he/words.properties:2: no name "name"
          he/words.properties | greeting = {{w.title}} | he/words.properties:1: no name "w.title"
          en/words.properties | a = 1\\na = 2 | en/words.properties:2: "a" is on line 1 too
          en/words.properties | greeting | en/words.properties:1: must be key = text
          he/words.properties | unit.dog.other = {{n}} dogs | he/words.properties: no word "unit.dog.one"
          """)
  void what_would_fail_later_fails_at_build_by_file_line_and_name(
      String file, String text, String problem) {
    assertThat(problems(file, text.replace("\\n", "\n"))).contains(problem);
  }

  @Test
  void a_language_without_its_file_or_with_a_word_missing_fails_at_build() {
    String words = SHIPPED.read("en/words.properties");
    String fewer = words.replaceAll("(?m)^(held.sms|departs|unitNamed|unit.one) = .*$", "");

    assertThat(french(null)).contains("fr/words.properties: is missing");
    assertThat(french(words)).isEmpty();
    assertThat(french(fewer))
        .contains(
            "fr/words.properties: no word \"held.sms\"",
            "fr/words.properties: no word \"unitNamed\"",
            "fr/words.properties: no word \"unit.one\"")
        .anyMatch(
            problem ->
                problem.matches(
                    "mail.html:\\d+: fr/words.properties has no word "
                        + "\"held.departs\" or \"departs\""));
  }

  private static List<String> french(String words) {
    TemplateSource source = file -> file.equals("fr/words.properties") ? words : null;
    var builder = MessageTemplates.builder().language(Locale.FRENCH, PluralRule.ONE_OTHER);
    try {
      builder.source(source).build();
      return List.of();
    } catch (TemplateException e) {
      return e.problems();
    }
  }

  @Test
  void a_host_overrides_one_file_or_one_word(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("de"));
    Files.writeString(folder.resolve("held.txt"), "{{w.title}} {{reference}}");
    Files.writeString(folder.resolve("de/words.properties"), "held.title = Moin!");
    MessageTemplates templates =
        MessageTemplates.builder().source(TemplateSource.directory(folder)).build();

    assertThat(templates.mail(Samples.notice(NoticeKind.HELD, Locale.GERMAN), List.of()).text())
        .isEqualTo("Moin! 7KQ2M9XHWD\n");
    assertThat(templates.mail(Samples.notice(NoticeKind.HELD, Locale.ENGLISH), List.of()).text())
        .isEqualTo("We are holding your booking 7KQ2M9XHWD\n");
    assertThat(
            templates.mail(Samples.notice(NoticeKind.CONFIRMED, Locale.GERMAN), List.of()).text())
        .startsWith("Ihre Buchung ist bestätigt\n\nGuten Tag Jürgen Groß,");
  }

  @Test
  void languages_fall_back_from_country_to_language_to_the_fallback() {
    MessageTemplates templates =
        MessageTemplates.builder()
            .source(f -> f.equals("de-AT/words.properties") ? "confirmed.title = Servus" : null)
            .language(Locale.forLanguageTag("de-AT"), PluralRule.ONE_OTHER)
            .build();

    assertThat(title(templates, "de-CH")).isEqualTo("de-CH Ihre Buchung ist bestätigt");
    assertThat(title(templates, "de-AT")).isEqualTo("de-AT Servus");
    assertThat(title(templates, "fr-FR")).isEqualTo("en Your booking is confirmed");
    assertThat(title(templates, "iw-IL")).isEqualTo("he-IL ההזמנה שלך אושרה");
    assertThat(title(templates, "und")).isEqualTo("en Your booking is confirmed");
    assertThat(title(templates, "en-GB-u-ca-buddhist"))
        .isEqualTo("en-GB Your booking is confirmed");
  }

  private static String title(MessageTemplates templates, String tag) {
    var notice = Samples.notice(NoticeKind.CONFIRMED, Locale.forLanguageTag(tag));
    String text = templates.mail(notice, List.of()).text();
    return templates.locale(notice).toLanguageTag() + " " + text.lines().findFirst().orElseThrow();
  }

  /** Else a name could be known here and not be there, or the other way round. */
  @Test
  void the_names_that_are_known_are_those_that_are_there() {
    MessageTemplates shipped = MessageTemplates.builder().build();
    assertThat(shipped).isNotNull();
    var notice = Samples.notice(NoticeKind.CONFIRMED, Locale.ENGLISH);
    Map<String, Words.Entry> entries =
        Words.parse("en", SHIPPED.read("en/words.properties"), List.of()).stream()
            .collect(Collectors.toMap(Words.Entry::key, entry -> entry));
    Words words = new Words(Locale.ENGLISH, PluralRule.ONE_OTHER, new HashMap<>(entries));
    Map<String, Object> names =
        new NoticeModel(notice.withdrawn(notice.lines()), words)
            .names(Samples.tickets(notice), ticket -> "cid:x");

    assertThat(names.keySet()).isEqualTo(ModelNames.TOP);
    for (Map.Entry<String, Set<String>> list : ModelNames.LISTS.entrySet()) {
      assertThat((List<?>) names.get(list.getKey()))
          .isNotEmpty()
          .allSatisfy(item -> assertThat(((Map<?, ?>) item).keySet()).isEqualTo(list.getValue()));
    }
  }

  @Test
  void the_three_languages_have_the_same_words() {
    Set<String> english = keys("en");
    assertThat(keys("de")).isEqualTo(english);
    Set<String> hebrew = keys("he");
    hebrew.removeIf(key -> key.endsWith(".two"));
    assertThat(hebrew).isEqualTo(english);
  }

  private static Set<String> keys(String language) {
    return Words.parse(language, SHIPPED.read(language + "/words.properties"), List.of()).stream()
        .map(Words.Entry::key)
        .collect(Collectors.toSet());
  }
}
