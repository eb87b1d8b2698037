package io.travelsuite.security.erasure;

import java.util.List;

/**
 * What a journal holds.
 *
 * @param entries all erasures, in their order
 * @param torn whether its last line was broken off by a crash: nobody was told that one is erased
 */
public record JournalContent(List<JournalEntry> entries, boolean torn) {

  /** Copies the list. */
  public JournalContent {
    entries = List.copyOf(entries);
  }
}
