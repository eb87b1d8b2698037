package io.travelsuite.security.web;

import java.util.Map;

/**
 * What an {@link EdgeGuard} says of a request. Whatever it says, its headers go into the answer.
 */
public sealed interface EdgeAnswer {

  /** {@return the headers to set} */
  Map<String, String> headers();

  /**
   * It may go on.
   *
   * @param host the name it is for: one of the list, in lower case, without a port
   * @param secure whether it came by TLS, or by TLS to a trusted proxy
   * @param headers the headers to set
   */
  record Passed(String host, boolean secure, Map<String, String> headers) implements EdgeAnswer {}

  /**
   * It ends here: answer this status, without a body or with one of yours.
   *
   * @param status 204 for a preflight that is granted, 308 with {@code Location}, 400 for a host
   *     that is not in the list, 403 for an origin that may not
   * @param reason what it was, in words of this library only, for the log and for counting
   * @param headers the headers to set
   */
  record Ended(int status, String reason, Map<String, String> headers) implements EdgeAnswer {}
}
