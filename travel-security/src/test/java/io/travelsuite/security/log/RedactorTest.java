package io.travelsuite.security.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.secret.Secret;
import io.travelsuite.security.Costs;
import io.travelsuite.security.Vectors;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  private final Redactor redactor = Redactor.DEFAULT;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password=canary",
        "password = canary",
        "PASSWORD:canary",
        "user=bob, password=canary, x=1",
        "Login[name=bob, password=canary]",
        "{\"password\":\"canary \\\" canary\",\"a\":1}",
        "{\\\"password\\\":\\\"canary\\\"}",
        "{'apiKey': 'canary canary'}",
        "<password>canary</password>",
        "/callback?access_token=canary&state=1",
        "Authorization: Bearer canary-1-canary",
        "Authorization: Basic canary canary",
        "Proxy-Authorization: x canary",
        "Cookie: a=canary; b=canary",
        "Set-Cookie: __Host-s=canary; Secure",
        "sent Bearer canary123canary",
        "client_secret => canary",
        "db-password: 'canary",
        "tokens: [canary, canary]",
        "{\"secrets\":{\"a\":\"canary\"}}",
        "jdbc:mysql://app:canary@db.example/x",
        "X-Api-Key: canary",
        "cvv=canary",
        "key sk_live_canarycanarycanary12 used",
        "hook whsec_canarycanarycanary1",
        "jwt eyJhbGciOiJIUzI1NiJ9.canary.canary-_canary",
        "-----BEGIN PRIVATE KEY-----\ncanary\ncanary\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\ncanary",
        "TWILIO_AUTH_TOKEN=canary",
        "sent acme_0123456789canaryABCDEFGHIJKLMNOPQRSTUVWXYZcrc32xx today",
        "Sid AC0123456789abcdef0123456789abcdef and authToken=canary"
      })
  void a_secret_is_hidden(String text) {
    String redacted = redactor.redact(text);
    assertThat(redacted).contains("[hidden]").doesNotContain("canary", "0123456789abcdef");
    assertThat(redactor.redact(redacted)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "booking 7K3QF held for 2 seats at 10:15:30",
        "GET /trips?day=2027-01-15&seats=2 took 12 ms",
        "id=018f3a3e-7c1b-7d52-8b11-6a6b7c8d9e0f state=HELD",
        "at io.travelsuite.Booking.hold(Booking.java:42)",
        "1 + 1 = 2, a@b is no address, +12 is no number",
        "at 2027-01-15T10:15:30+01:00",
        "Basic authentication is needed",
        "",
        "Grüße aus Çeşme 🛳"
      })
  void what_is_no_secret_stays(String text) {
    assertThat(redactor.redact(text)).isEqualTo(text);
  }

  @Test
  void cards_show_their_last_four_digits_only() {
    assertThat(redactor.redact("card 4111 1111 1111 1111 and 5555-5555-5555-4444"))
        .isEqualTo("card [card …1111] and [card …4444]");
  }

  @Test
  void contact_data_shows_as_the_policy_says() {
    String text = "mail to ann.o+x@mail.example.com, call +49 (30) 123-4567 or phone=0301234567.";
    assertThat(redactor.redact(text))
        .isEqualTo("mail to [email @mail.example.com], call [phone 67] or phone=[hidden]");
    assertThat(with(Contacts.HIDDEN).redact(text))
        .startsWith("mail to [email], call [phone] or phone=[hidden]");
    assertThat(with(Contacts.SHOWN).redact(text)).isEqualTo(text);
  }

  private static Redactor with(Contacts contacts) {
    return new Redactor(new RedactionPolicy(contacts, contacts, Set.of(), List::of));
  }

  @Test
  void known_secrets_and_further_names_are_hidden_wherever_they_stand() {
    RedactionPolicy policy =
        new RedactionPolicy(
            Contacts.SHOWN,
            Contacts.SHOWN,
            Set.of("voucher"),
            () -> List.of(Secret.of("hunter2hunter2"), Secret.of("abc")));
    assertThat(new Redactor(policy).redact("it is hunter2hunter2, abc; vou-cher: X1"))
        .isEqualTo("it is [hidden], abc; vou-cher: [hidden]");
  }

  @Test
  void no_text_begins_a_new_line_or_steers_a_terminal() {
    String hostile =
        "a\r\n2026-11-27 INFO forged\u2028b\u2029c\u0085d\u001b[2Je\u202ef\0g\u0007\u009b";
    String redacted = redactor.redact(hostile);
    assertThat(redacted).startsWith("a\\r\\n2026-11-27 INFO forged\\u2028b");
    assertThat(redacted.codePoints().filter(Character::isISOControl)).isEmpty();
    assertThat(redacted).doesNotContain("\u2028", "\u2029", "\u202e");
  }

  @Test
  void every_naughty_string_comes_out_in_one_line() {
    List<String> naughty = Vectors.texts(Vectors.json("edge/blns.json"));
    assertThat(naughty).hasSizeGreaterThan(400);
    for (String text : naughty) {
      assertThat(redactor.redact(text).lines().count()).as(text).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void random_text_is_redacted_without_an_exception_and_its_canary_hidden() {
    Random random = new Random(20261127);
    String alphabet = "ab=:\"'\\<>[]{}()@+-. \n/0123;,é";
    for (int i = 0; i < 50_000; i++) {
      String before = noise(random, alphabet);
      String redacted = redactor.redact(before + " password=canary " + noise(random, alphabet));
      redactor.redact(noise(random, alphabet) + "password" + before);
      assertThat(redacted).as("seed 20261127, %s", before).doesNotContain("canary");
    }
  }

  private static String noise(Random random, String alphabet) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(30); length > 0; length--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  /** A quadratic one would need hours for ten megabytes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "@",
        "a@",
        "a=",
        "password=",
        "password='",
        "eyJ-",
        "SK-",
        "+",
        "sk_live_",
        "://a:",
        "-----BEGIN PRIVATE KEY",
        "Bearer ",
        "4111 ",
        "\n",
        "token:[",
        "\\\"",
        "x@a.b "
      })
  void a_megabyte_of_anything_takes_linear_time(String piece) {
    String line = piece.repeat((1 << 20) / piece.length());
    assertThat(Costs.seconds(() -> redactor.redact(line))).as(piece).isLessThan(3);
  }

  /** Here the guard of card numbers takes its longest, some microseconds a character. */
  @ParameterizedTest
  @ValueSource(strings = {"4-", "1+", "4111-1111-1111-1112 "})
  void half_a_megabyte_of_what_could_be_cards_takes_linear_time(String piece) {
    String line = piece.repeat((1 << 19) / piece.length());
    assertThat(Costs.seconds(() -> redactor.redact(line))).as(piece).isLessThan(6);
  }
}
