package io.travelsuite.notify.channel;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A channel for a host's tests: it keeps the last messages instead of sending them. Thread-safe.
 *
 * <p>It tells keys again as a good channel does: {@link #messages} has each key once, {@link
 * #repeats} counts the rest.
 */
public final class CaptureChannel implements Channel {

  private static final int MOST = 100_000;

  private final String name;
  private final int most;
  private final Function<Message, SendResult> answers;
  private final Deque<Message> messages = new ArrayDeque<>();
  private final Set<String> keys = new HashSet<>();
  private int repeats;

  private CaptureChannel(String name, int most, Function<Message, SendResult> answers) {
    this.name = name;
    this.most = most;
    this.answers = answers;
  }

  /**
   * A channel that takes every message.
   *
   * @param name the name of the channel it stands for
   * @param most how many messages it keeps, 1 to 100,000; the oldest goes first
   * @return the channel
   */
  public static CaptureChannel of(String name, int most) {
    unless(most >= 1 && most <= MOST, "most", most, "must be 1 to 100,000");
    return new CaptureChannel(name, most, message -> new SendResult.Sent(message.key()));
  }

  /**
   * {@return an empty one of the same size that answers otherwise}; what it does not answer with
   * {@link SendResult.Sent} it does not keep
   *
   * @param answer makes the answer to a message; called under the channel's lock
   */
  public CaptureChannel answering(Function<Message, SendResult> answer) {
    return new CaptureChannel(name, most, answer);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized SendResult send(Message message) {
    SendResult result = answers.apply(message);
    if (result instanceof SendResult.Sent) {
      keep(message);
    }
    return result;
  }

  private void keep(Message message) {
    if (!keys.add(message.key())) {
      repeats++;
      return;
    }
    messages.addLast(message);
    if (messages.size() > most) {
      keys.remove(messages.removeFirst().key());
    }
  }

  /** {@return what was sent, each key once, the oldest first; a copy} */
  public synchronized List<Message> messages() {
    return List.copyOf(messages);
  }

  /**
   * {@return the last message to an address}
   *
   * @param to the address
   */
  public synchronized Optional<Message> last(String to) {
    return messages.stream().filter(each -> each.to().equals(to)).reduce((one, next) -> next);
  }

  /** {@return how often a message came whose key is kept already} */
  public synchronized int repeats() {
    return repeats;
  }

  /** Forgets everything. */
  public synchronized void clear() {
    messages.clear();
    keys.clear();
    repeats = 0;
  }
}
