package io.travelsuite.notify.address;

import io.travelsuite.StorageException;
import io.travelsuite.notify.channel.Channel;
import io.travelsuite.notify.channel.Message;
import io.travelsuite.notify.channel.SendResult;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A channel that does not write to marked addresses: it answers {@link SendResult.Refused} with
 * {@link MarkReason#word}, and the channel behind it is not asked. Thread-safe.
 */
public final class MarkedAddressGuard implements Channel {

  private final Channel channel;
  private final AddressMarks marks;
  private final AddressHashes hashes;
  private final Set<MarkReason> reasons;

  private MarkedAddressGuard(
      Channel channel, AddressMarks marks, AddressHashes hashes, Set<MarkReason> reasons) {
    this.channel = channel;
    this.marks = marks;
    this.hashes = hashes;
    this.reasons = reasons;
  }

  /**
   * A guard that heeds every reason.
   *
   * @param channel what sends
   * @param marks where marks are kept
   * @param hashes makes hashes of addresses
   * @return the guarded channel
   */
  public static MarkedAddressGuard of(Channel channel, AddressMarks marks, AddressHashes hashes) {
    return new MarkedAddressGuard(channel, marks, hashes, EnumSet.allOf(MarkReason.class));
  }

  /**
   * {@return the same, heeding these reasons alone}: who left a newsletter may still want the
   * ticket of a trip
   *
   * @param only the reasons
   */
  public MarkedAddressGuard heeding(Set<MarkReason> only) {
    return new MarkedAddressGuard(channel, marks, hashes, Set.copyOf(only));
  }

  @Override
  public String name() {
    return channel.name();
  }

  /** Asks for marks first. When they cannot be read nothing is sent: {@code marks-unreadable}. */
  @Override
  public SendResult send(Message message) {
    Optional<MarkReason> marked;
    try {
      List<AddressHash> known = hashes.hashes(channel.name(), message.to());
      marked =
          marks.find(message.mode(), known).stream()
              .map(AddressMark::reason)
              .filter(reasons::contains)
              .findFirst();
    } catch (StorageException unreadable) {
      return new SendResult.Failed("marks-unreadable", null);
    }
    return marked.isPresent() ? new SendResult.Refused(marked.get().word()) : channel.send(message);
  }
}
