package io.travelsuite.notify.email;

import io.travelsuite.alert.Alert;
import io.travelsuite.alert.AlertSink;
import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.secret.Secret;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections to a relay: a few, used again and again. Thread-safe. Make one for each relay,
 * share it among the {@link EmailChannel channels} of all operators, and close it at the end.
 *
 * <p>A connection is asked by NOOP before it is used again, and closed when it has been idle for
 * too long or anything went wrong that the relay did not answer for. While something is being
 * written, and a minute longer, one thread named {@code travel-smtp-deadline} stands by to cut
 * writes that take too long; it ends by itself or with {@link #close}.
 */
public final class SmtpConnections implements AutoCloseable {

  private final SmtpSettings settings;
  private final AlertSink alerts;
  private final ScheduledThreadPoolExecutor deadlines;
  private final Session session;
  private final Semaphore free;
  private final Deque<SmtpConnection> idle = new ArrayDeque<>(); // guarded by itself
  private volatile boolean closed;

  private SmtpConnections(SmtpSettings settings, AlertSink alerts) {
    this.settings = settings;
    this.alerts = alerts;
    deadlines = deadlines();
    session = Session.getInstance(MailProperties.of(settings, deadlines));
    free = new Semaphore(settings.limits().connections(), true);
  }

  /**
   * Connections to a relay, none of which stands yet.
   *
   * @param settings how to reach it
   * @param alerts is told of what a person must mend: a refused password, a certificate that is not
   *     the relay's, a relay that offers no TLS
   * @return the connections
   */
  public static SmtpConnections of(SmtpSettings settings, AlertSink alerts) {
    return new SmtpConnections(settings, alerts);
  }

  private static ScheduledThreadPoolExecutor deadlines() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "travel-smtp-deadline");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    executor.setKeepAliveTime(1, TimeUnit.MINUTES);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /** Hands a message over; never throws for what the relay does. */
  SendResult send(MimeMessage message, InternetAddress to, String id) {
    SmtpConnection connection;
    try {
      connection = borrow();
    } catch (SmtpUnavailableException none) {
      return new SendResult.Failed(none.reason(), null);
    }
    boolean good = false;
    try {
      connection.sendMessage(message, new Address[] {to});
      good = true;
      return new SendResult.Sent(id);
    } catch (MessagingException failure) {
      good = SmtpOutcome.reusable(failure);
      return SmtpOutcome.sending(connection.phase(), failure);
    } finally {
      giveBack(connection, good);
    }
  }

  private SmtpConnection borrow() throws SmtpUnavailableException {
    boolean taken = false;
    try {
      taken = free.tryAcquire(settings.limits().connect().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!taken) {
      throw new SmtpUnavailableException("no-free-connection");
    }
    SmtpConnection connection = null;
    try {
      connection = standing();
      if (connection == null) {
        connection = connect();
      }
      return connection;
    } finally {
      if (connection == null) {
        free.release();
      }
    }
  }

  /** One that stands, and answers; those that do not are closed on the way. */
  private @Nullable SmtpConnection standing() {
    for (SmtpConnection next = poll(); next != null; next = poll()) {
      boolean young = System.nanoTime() - next.usedAt() < settings.limits().idle().toNanos();
      if (young && next.isConnected()) {
        return next;
      }
      next.discard();
    }
    return null;
  }

  private @Nullable SmtpConnection poll() {
    synchronized (idle) {
      return idle.pollLast();
    }
  }

  private SmtpConnection connect() throws SmtpUnavailableException {
    if (closed) {
      throw new SmtpUnavailableException("closed");
    }
    SmtpConnection connection = new SmtpConnection(session, settings);
    Secret password = settings.password();
    try {
      connection.connect(
          settings.host(),
          settings.port(),
          settings.user(),
          password == null ? null : password.text());
      return connection;
    } catch (MessagingException failure) {
      connection.discard();
      String reason = SmtpOutcome.connecting(connection.phase(), settings.security(), failure);
      alert(reason);
      throw new SmtpUnavailableException(reason);
    }
  }

  private void alert(String reason) {
    if (!reason.equals(SmtpOutcome.CONNECTION)) {
      alerts.offer(
          new Alert(
              "notify.smtp-" + reason,
              Alert.Severity.CRITICAL,
              settings.host(),
              "No e-mail goes out: the relay's answer was " + reason + "."));
    }
  }

  private void giveBack(SmtpConnection connection, boolean good) {
    boolean kept = false;
    synchronized (idle) {
      if (good && !closed) {
        idle.addLast(connection);
        kept = true;
      }
    }
    if (!kept) {
      connection.discard();
    }
    free.release();
  }

  /** Closes what stands idle at once, and what is in use after its message. */
  @Override
  public void close() {
    List<SmtpConnection> standing;
    synchronized (idle) {
      closed = true;
      standing = new ArrayList<>(idle);
      idle.clear();
    }
    standing.forEach(SmtpConnection::discard);
    deadlines.shutdown();
  }
}
