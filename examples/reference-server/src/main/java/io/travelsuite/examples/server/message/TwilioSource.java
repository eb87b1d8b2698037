package io.travelsuite.examples.server.message;

import io.travelsuite.Mode;
import io.travelsuite.examples.server.pay.WebhookDesk;
import io.travelsuite.jdbc.JdbcAddressMarks;
import io.travelsuite.jdbc.JdbcSmsJournal;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.notify.address.AddressHashes;
import io.travelsuite.notify.sms.TwilioCallbacks;
import io.travelsuite.payments.inbox.Handling;
import io.travelsuite.payments.webhook.TwilioVerifier;
import io.travelsuite.payments.webhook.VerifierSettings;

/** What Twilio tells of SMS: how far they have got, and who wants no more. */
public final class TwilioSource {

  private TwilioSource() {}

  /**
   * {@return who sends it}
   *
   * @param travel the library, in whose tables it is kept
   * @param settings the account's auth tokens, and the public URL of its callbacks
   * @param hashes of numbers
   * @param mode of the messages
   */
  public static WebhookDesk.Source of(
      JdbcTravel travel, VerifierSettings settings, AddressHashes hashes, Mode mode) {
    JdbcSmsJournal journal = JdbcSmsJournal.of(travel);
    JdbcAddressMarks marks = JdbcAddressMarks.of(travel);
    return new WebhookDesk.Source(
        new TwilioVerifier(settings),
        (webhook, connection) -> {
          TwilioCallbacks callbacks =
              TwilioCallbacks.of(journal, marks.joining(connection), hashes, mode);
          boolean unused = callbacks.handle(webhook); // not all that it tells is of concern
          return new Handling.Handled();
        });
  }
}
