package io.travelsuite.notify.email;

import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.notify.channel.SendResult.Failed;
import io.travelsuite.notify.channel.SendResult.Refused;
import io.travelsuite.notify.channel.SendResult.Unknown;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed conversation means. Reads the server's code and enhanced code (RFC 3463), and says
 * none of its words: they quote addresses.
 */
final class SmtpOutcome {

  static final String AUTHENTICATION = "authentication";
  static final String TLS = "tls";
  static final String TLS_NOT_OFFERED = "tls-not-offered";
  static final String CONNECTION = "connection";

  private static final int CLOSING = 421;
  private static final Pattern ENHANCED =
      Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})");

  private SmtpOutcome() {}

  /** What the relay answered: its code, or -1, and the enhanced code, or nothing. */
  private record Reply(int code, String enhanced) {

    static Reply of(int code, @Nullable String message) {
      Matcher matcher = ENHANCED.matcher(message == null ? "" : message);
      return new Reply(code, matcher.find() ? matcher.group(1) : "");
    }

    /** Without its class, which the code has too: {@code 1.1} of {@code 5.1.1}. */
    String detail() {
      return enhanced.isEmpty() ? "" : enhanced.substring(2);
    }
  }

  /** Why no connection could be had. */
  static String connecting(SmtpPhase phase, SmtpSecurity security, MessagingException failure) {
    if (failure instanceof AuthenticationFailedException) {
      return AUTHENTICATION;
    }
    if (failure instanceof MailConnectException) {
      return CONNECTION;
    }
    Exception cause = failure.getNextException();
    boolean cut = cause instanceof SocketTimeoutException || cause instanceof EOFException;
    if (phase == SmtpPhase.SECURING) {
      return TLS;
    }
    if (phase == SmtpPhase.GREETED && security == SmtpSecurity.STARTTLS && cause == null) {
      return TLS_NOT_OFFERED;
    }
    boolean handshake = phase == SmtpPhase.CONNECTING && security == SmtpSecurity.TLS;
    return handshake && cause instanceof IOException && !cut ? TLS : CONNECTION;
  }

  /** What became of a message whose sending failed. */
  static SendResult sending(SmtpPhase phase, MessagingException failure) {
    Reply reply = reply(failure);
    if (reply.code() >= 500) {
      return refused(phase, reply);
    }
    if (reply.code() >= 400) {
      return new Failed(reply.code() == CLOSING ? "relay-closing" : busy(phase, reply), null);
    }
    return phase == SmtpPhase.ENDED ? new Unknown("connection-lost") : new Failed(CONNECTION, null);
  }

  /** Whether the connection is still good: the relay answered, and is not closing. */
  static boolean reusable(MessagingException failure) {
    int code = reply(failure).code();
    return code >= 400 && code != CLOSING;
  }

  private static String busy(SmtpPhase phase, Reply reply) {
    if (reply.detail().equals("2.2")) {
      return "mailbox-full";
    }
    return phase == SmtpPhase.RECIPIENT ? "recipient-deferred" : "relay-deferred";
  }

  private static SendResult refused(SmtpPhase phase, Reply reply) {
    if (reply.code() == 530 || reply.code() == 535 || reply.detail().equals("7.8")) {
      return new Failed(AUTHENTICATION, null);
    }
    if (phase == SmtpPhase.SENDER) { // not about whom it goes to: the host can mend it
      return reply.code() == 552 || reply.detail().equals("3.4")
          ? new Refused("too-large")
          : new Failed("sender-refused", null);
    }
    return new Refused(phase == SmtpPhase.RECIPIENT ? recipient(reply) : content(reply));
  }

  private static String recipient(Reply reply) {
    return switch (reply.detail()) {
      case "1.1", "1.6" -> "no-such-mailbox";
      case "1.2", "1.10", "4.4" -> "no-such-domain";
      case "1.3" -> "bad-address";
      case "2.1" -> "mailbox-disabled";
      case "2.2" -> "mailbox-full";
      case "2.3", "3.4" -> "too-large";
      case "" -> unenhanced(reply.code());
      default -> "recipient-refused";
    };
  }

  /** RFC 5321, 4.2.3. */
  private static String unenhanced(int code) {
    return switch (code) {
      case 550, 551 -> "no-such-mailbox";
      case 552 -> "mailbox-full";
      case 501, 553 -> "bad-address";
      default -> "recipient-refused";
    };
  }

  private static String content(Reply reply) {
    return switch (reply.detail()) {
      case "1.1" -> "no-such-mailbox";
      case "2.2" -> "mailbox-full";
      case "2.3", "3.4" -> "too-large";
      default -> reply.code() == 552 ? "too-large" : "content-refused";
    };
  }

  /** Of an address, if it was about one; else of the command. */
  private static Reply reply(MessagingException failure) {
    Reply reply = new Reply(-1, "");
    for (Exception each = failure; each instanceof MessagingException next; ) {
      if (each instanceof SMTPAddressFailedException address) {
        return Reply.of(address.getReturnCode(), address.getMessage());
      }
      if (each instanceof SMTPSendFailedException send && reply.code() < 0) {
        reply = Reply.of(send.getReturnCode(), send.getMessage());
      }
      each = next.getNextException();
    }
    return reply;
  }
}
