package io.travelsuite.search;

/**
 * What can be had. Thread-safe.
 *
 * <p>Answers as a hold would be answered at that moment: by the terms in force, the clock, what is
 * kept for channels and fare classes, and with holds that have expired counted as free, whether or
 * not they were swept. It may be gone before a hold asks for it. What is asked for is read from
 * indexes; its cost does not grow with the number of bookings.
 *
 * <p>Throws {@link io.travelsuite.StorageException} when the database fails, and {@link
 * io.travelsuite.InvalidRequestException} for input that can never be right.
 */
public interface Search {

  /**
   * {@return a page of departures, by time}
   *
   * @param request what is looked for
   */
  SearchPage find(SearchRequest request);
}
