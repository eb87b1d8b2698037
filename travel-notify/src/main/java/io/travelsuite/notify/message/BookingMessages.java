package io.travelsuite.notify.message;

import io.travelsuite.Mode;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Customer;
import io.travelsuite.notify.channel.Attachment;
import io.travelsuite.notify.channel.Channel;
import io.travelsuite.notify.channel.Content;
import io.travelsuite.notify.channel.Message;
import io.travelsuite.notify.message.Prepared.Ready;
import io.travelsuite.notify.message.Prepared.Skipped;
import io.travelsuite.notify.notice.BookingNotice;
import io.travelsuite.notify.notice.NoticeKind;
import io.travelsuite.notify.notice.Notices;
import io.travelsuite.notify.outbox.Answer;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.outbox.Subscription;
import io.travelsuite.notify.template.MessageTemplates;
import io.travelsuite.notify.ticket.IssuedTicket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns events of bookings into messages to their customers. Immutable and thread-safe.
 *
 * <p>A message tells of the booking as it stands when it is written, never as it stood at the
 * event; where that is no longer what the event tells (held, and meanwhile given up) nothing is
 * sent. Its key is the event's id with the channel's name, so that each channel sends it once.
 *
 * <pre>{@code
 * BookingMessages messages =
 *     BookingMessages.of(travel.bookings(), notices, templates, Mode.LIVE)
 *         .files(MessageFiles.NONE.tickets(office).pdf(pdf::draw).calendar(calendar::files));
 * Subscription mails = messages.subscription(email, (event, reason) -> log.info(reason));
 * }</pre>
 */
public final class BookingMessages {

  /** The name of the channel whose address is the customer's e-mail. */
  public static final String EMAIL = "email";

  /** The name of the channel whose address is the customer's phone. */
  public static final String SMS = "sms";

  /**
   * More codes than this are in the PDF alone, where there is one: mail programs cut long mails.
   */
  private static final int MOST_SHOWN = 10;

  private static final Map<String, NoticeKind> KINDS =
      Map.of(
          "booking.held", NoticeKind.HELD,
          "booking.confirmed", NoticeKind.CONFIRMED,
          "booking.changed", NoticeKind.CHANGED,
          "booking.reduced", NoticeKind.CHANGED,
          "booking.cancelled", NoticeKind.CANCELLED);

  private final Bookings bookings;
  private final Notices notices;
  private final MessageTemplates templates;
  private final Mode mode;
  private final MessageFiles files;
  private final Set<NoticeKind> kinds;

  private BookingMessages(BookingMessages as, MessageFiles files, Set<NoticeKind> kinds) {
    this.bookings = as.bookings;
    this.notices = as.notices;
    this.templates = as.templates;
    this.mode = as.mode;
    this.files = files;
    this.kinds = Set.copyOf(kinds);
  }

  private BookingMessages(
      Bookings bookings, Notices notices, MessageTemplates templates, Mode mode) {
    this.bookings = bookings;
    this.notices = notices;
    this.templates = templates;
    this.mode = mode;
    this.files = MessageFiles.NONE;
    this.kinds = Set.of(NoticeKind.values());
  }

  /**
   * {@return messages of every kind, without files}
   *
   * @param bookings where the bookings are
   * @param notices what is told of them
   * @param templates how it is told
   * @param mode whether bookings are real
   */
  public static BookingMessages of(
      Bookings bookings, Notices notices, MessageTemplates templates, Mode mode) {
    return new BookingMessages(bookings, notices, templates, mode);
  }

  /**
   * {@return the same with files that come along with a mail}
   *
   * @param other which
   */
  public BookingMessages files(MessageFiles other) {
    return new BookingMessages(this, other, kinds);
  }

  /**
   * {@return the same, of these kinds alone}
   *
   * @param some such as all but {@link NoticeKind#HELD}, where customers pay at once
   */
  public BookingMessages kinds(Set<NoticeKind> some) {
    return new BookingMessages(this, files, some);
  }

  /**
   * {@return the subscription of a channel, by the channel's name} What is refused is given up at
   * once; what failed, or of which nobody knows, is tried again.
   *
   * @param channel through which it is sent: {@link #EMAIL} or {@link #SMS}
   * @param skipped told of what is not sent, and why
   */
  public Subscription subscription(Channel channel, BiConsumer<OutboxEvent, String> skipped) {
    Set<String> types =
        KINDS.keySet().stream()
            .filter(type -> kinds.contains(KINDS.get(type)))
            .collect(Collectors.toSet());
    return Subscription.plain(channel.name(), types, event -> send(event, channel, skipped));
  }

  private Answer send(OutboxEvent event, Channel channel, BiConsumer<OutboxEvent, String> skipped) {
    Prepared prepared = prepare(event, channel.name());
    if (prepared instanceof Ready ready) {
      return Answer.of(channel.send(ready.message()));
    }
    skipped.accept(event, ((Skipped) prepared).reason());
    return Answer.done();
  }

  /**
   * {@return what there is to send of an event}
   *
   * @param event what happened
   * @param channel {@link #EMAIL} or {@link #SMS}
   */
  public Prepared prepare(OutboxEvent event, String channel) {
    NoticeKind kind = KINDS.get(event.type());
    if (kind == null || !kinds.contains(kind)) {
      return new Skipped("nothing is told of " + event.type());
    }
    return about(kind, new BookingId(event.subject()), event.id(), channel);
  }

  /**
   * {@return what there is to send of a booking, such as a reminder or that a payment failed}
   *
   * @param kind what to tell
   * @param booking of which booking
   * @param event names what is told, the same at every try
   * @param channel {@link #EMAIL} or {@link #SMS}
   */
  public Prepared about(NoticeKind kind, BookingId booking, UUID event, String channel) {
    Booking found = bookings.find(booking).orElse(null);
    if (found == null) {
      return new Skipped("no such booking");
    }
    if (!fits(kind, found.state())) {
      return new Skipped("no longer " + kind.text() + ": " + found.state());
    }
    String to = address(found.customer(), channel);
    if (to == null) {
      return new Skipped("no address for " + channel);
    }
    BookingNotice notice = notices.of(kind, found);
    Content content = channel.equals(SMS) ? templates.sms(notice) : mail(notice);
    String key = event + "-" + channel;
    return new Ready(new Message(key, mode, to, templates.locale(notice), content));
  }

  /** Whether a booking in that state is what the message says of it. */
  private static boolean fits(NoticeKind kind, BookingState state) {
    return switch (kind) {
      case HELD, PAYMENT_FAILED -> state == BookingState.HELD;
      case CONFIRMED, CHANGED -> state == BookingState.CONFIRMED || state == BookingState.REDEEMED;
      case CANCELLED -> state == BookingState.CANCELLED;
      case REMINDER -> state == BookingState.CONFIRMED;
    };
  }

  private static @Nullable String address(Customer customer, String channel) {
    return switch (channel) {
      case EMAIL -> customer.email();
      case SMS -> customer.phone();
      default -> null;
    };
  }

  private Content mail(BookingNotice notice) {
    List<IssuedTicket> tickets = files.tickets(notice);
    List<Attachment> along = files.of(notice, tickets);
    boolean shown = tickets.size() <= MOST_SHOWN || !files.drawsPdf();
    Content mail = templates.mail(notice, shown ? tickets : List.of());
    List<Attachment> all = new ArrayList<>(mail.attachments());
    all.addAll(along);
    return new Content(mail.subject(), mail.text(), mail.html(), all);
  }
}
