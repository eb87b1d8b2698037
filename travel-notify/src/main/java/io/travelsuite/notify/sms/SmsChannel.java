package io.travelsuite.notify.sms;

import static io.travelsuite.InvalidRequestException.unless;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import io.travelsuite.StorageException;
import io.travelsuite.alert.Alert;
import io.travelsuite.alert.AlertSink;
import io.travelsuite.notify.address.AddressHashes;
import io.travelsuite.notify.address.AddressMarks;
import io.travelsuite.notify.address.MarkReason;
import io.travelsuite.notify.channel.Channel;
import io.travelsuite.notify.channel.Message;
import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.notify.channel.SendResult.Failed;
import io.travelsuite.notify.channel.SendResult.Refused;
import io.travelsuite.notify.channel.SendResult.Sent;
import io.travelsuite.notify.channel.SendResult.Unknown;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends SMS by Twilio: a message's text alone. Thread-safe. Needs Twilio's SDK on the class path.
 *
 * <p>Twilio does not tell a repeated request, so a journal does: a message that went out is not
 * sent again, and one that may have gone out by {@link TwilioSettings#afterUnknown}. Every request
 * is made once.
 *
 * <p>Results, exceptions and logs hold no number, no text, no token and none of Twilio's words.
 */
public final class SmsChannel implements Channel {

  private static final String NAME = "sms";
  private static final Set<String> ALERTING =
      Set.of(TwilioOutcome.AUTHENTICATION, TwilioOutcome.SENDER, "tls");

  private final TwilioSettings settings;
  private final SmsJournal journal;
  private final AlertSink alerts;
  private final TwilioRestClient client;
  private final Consumer<Message> optedOut;
  private final LongAdder[] counts = {
    new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder()
  };

  private SmsChannel(TwilioSettings settings, SmsJournal journal, AlertSink alerts, Wires wires) {
    this.settings = settings;
    this.journal = journal;
    this.alerts = alerts;
    client = wires.client();
    optedOut = wires.optedOut();
  }

  /** How it reaches Twilio, and what it does when somebody has opted out there. */
  private record Wires(TwilioRestClient client, Consumer<Message> optedOut) {}

  /**
   * A channel.
   *
   * @param settings the account
   * @param http the host's client, which follows no redirects; its connect timeout is worth setting
   * @param journal what is known of each message
   * @param alerts is told of what a person must mend: a refused token, a sender that is none
   * @return the channel
   */
  public static SmsChannel of(
      TwilioSettings settings, HttpClient http, SmsJournal journal, AlertSink alerts) {
    boolean stays = http.followRedirects() == HttpClient.Redirect.NEVER;
    unless(stays, "http", http.followRedirects(), "must follow no redirects");
    TwilioRestClient client =
        new TwilioRestClient.Builder(settings.user(), settings.secret().text())
            .accountSid(settings.accountSid())
            .httpClient(new TwilioHttp(http, settings))
            .build();
    return new SmsChannel(settings, journal, alerts, new Wires(client, message -> {}));
  }

  /**
   * {@return the same, which marks a number as {@link MarkReason#OPTED_OUT} when Twilio says so}
   * (error 21610). A {@link io.travelsuite.notify.address.MarkedAddressGuard} around it asks first
   *
   * @param marks where marks are kept
   * @param hashes makes hashes of numbers
   */
  public SmsChannel marking(AddressMarks marks, AddressHashes hashes) {
    Consumer<Message> mark =
        message ->
            marks.mark(message.mode(), hashes.hash(NAME, message.to()), MarkReason.OPTED_OUT);
    return new SmsChannel(settings, journal, alerts, new Wires(client, mark));
  }

  @Override
  public String name() {
    return NAME;
  }

  /** {@return what became of messages since the channel was made} */
  public SmsCounts counts() {
    return new SmsCounts(
        counts[0].sum(), counts[1].sum(), counts[2].sum(), counts[3].sum(), counts[4].sum());
  }

  /**
   * Sends a message.
   *
   * @return besides what Twilio answers, {@link Refused} of {@code no-such-number}, {@code empty},
   *     {@code too-many-segments} or {@code outcome-unknown} (it may have gone out before, and goes
   *     out at most once); {@link Failed} of {@code in-flight} or {@code journal-unavailable}
   */
  @Override
  public SendResult send(Message message) {
    SendResult result = decide(message);
    int kind = result instanceof Sent ? 0 : result instanceof Refused ? 1 : 2;
    counts[result instanceof Unknown ? 3 : kind].increment();
    return result;
  }

  private SendResult decide(Message message) {
    String unfit = unfit(message);
    if (unfit != null) {
      return new Refused(unfit);
    }
    SmsTry before;
    try {
      before = journal.begin(message.mode(), message.key(), settings.timeout().multipliedBy(2));
    } catch (StorageException unavailable) {
      return new Failed("journal-unavailable", null);
    }
    if (before instanceof SmsTry.Done done) {
      return new Sent(done.providerId());
    }
    if (before instanceof SmsTry.InFlight) {
      return new Failed("in-flight", settings.timeout());
    }
    boolean again = before instanceof SmsTry.Unclear;
    if (again && settings.afterUnknown() == AfterUnknown.AT_MOST_ONCE) {
      note(() -> journal.unclear(message.mode(), message.key()));
      return new Refused("outcome-unknown");
    }
    return deliver(message, again);
  }

  private @Nullable String unfit(Message message) {
    String text = message.content().text();
    if (!E164.is(message.to())) {
      return "no-such-number";
    }
    if (text.isBlank()) {
      return "empty";
    }
    return SmsSegments.of(text).count() > settings.mostSegments() ? "too-many-segments" : null;
  }

  private SendResult deliver(Message message, boolean again) {
    SendResult result = post(message);
    if (result instanceof Sent sent) {
      counts[4].add(again ? 1 : 0);
      note(() -> journal.sent(message.mode(), message.key(), sent.providerId()));
    } else if (result instanceof Unknown) {
      note(() -> journal.unclear(message.mode(), message.key()));
    } else {
      note(() -> journal.notSent(message.mode(), message.key()));
      heed(message, result);
    }
    return result;
  }

  /**
   * What the journal does not learn it takes for unclear, once the try is older than it can be. The
   * answer is the truth all the same.
   */
  private static void note(Runnable entry) {
    try {
      entry.run();
    } catch (StorageException unavailable) {
      // see above
    }
  }

  private void heed(Message message, SendResult result) {
    if (result instanceof Refused refused && refused.reason().equals(TwilioOutcome.OPTED_OUT)) {
      note(() -> optedOut.accept(message));
    }
    if (result instanceof Failed failed && ALERTING.contains(failed.reason())) {
      String text = "No SMS goes out: Twilio's answer was " + failed.reason() + ".";
      alerts.offer(
          new Alert(
              "notify.sms-" + failed.reason(),
              Alert.Severity.CRITICAL,
              settings.accountSid(),
              text));
    }
  }

  private SendResult post(Message message) {
    try {
      return new Sent(creator(message).create(client).getSid());
    } catch (TwilioCallException none) {
      return none.result();
    } catch (TwilioException unreadable) { // a success, whose body says nothing
      return new Sent(null);
    }
  }

  /** The SDK takes the text {@code null} for none, and would leave it out. */
  private static String text(Message message) {
    String text = message.content().text();
    return text.equals("null") ? "null " : text;
  }

  private MessageCreator creator(Message message) {
    PhoneNumber to = new PhoneNumber(message.to());
    String text = text(message);
    String from = settings.from();
    String account = settings.accountSid();
    MessageCreator creator =
        from != null
            ? new MessageCreator(account, to, new PhoneNumber(from), text)
            : new MessageCreator(account, to, settings.messagingService(), text);
    URI callback = settings.statusCallback();
    return callback == null ? creator : creator.setStatusCallback(callback);
  }
}
