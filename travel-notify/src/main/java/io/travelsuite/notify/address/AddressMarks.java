package io.travelsuite.notify.address;

import io.travelsuite.Mode;
import java.util.List;

/**
 * The port of where marks are kept: by the hashes of addresses, never by addresses. Those of test
 * and of live mode do not see each other. Thread-safe.
 */
public interface AddressMarks {

  /**
   * {@return the marks of an address, in the order of {@link MarkReason}}
   *
   * @param mode the message's mode
   * @param hashes of one address
   */
  List<AddressMark> find(Mode mode, List<AddressHash> hashes);

  /**
   * Marks an address. One that has the mark keeps it as it is.
   *
   * @param mode the mode of what told it
   * @param address its hash
   * @param reason why it is not to be written to
   */
  void mark(Mode mode, AddressHash address, MarkReason reason);

  /**
   * Takes a mark away: the owner wrote {@code START}, or support has looked.
   *
   * @param mode its mode
   * @param hashes of one address
   * @param reason which of its marks
   */
  void clear(Mode mode, List<AddressHash> hashes, MarkReason reason);
}
