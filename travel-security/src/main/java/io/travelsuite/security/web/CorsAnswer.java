package io.travelsuite.security.web;

import java.util.Map;

/** What a policy says of a request. Whatever it says, its headers go into the response. */
public sealed interface CorsAnswer {

  /** {@return the headers to set, {@code Vary} among them} */
  Map<String, String> headers();

  /**
   * No page of another origin asks: go on.
   *
   * @param headers the headers to set
   */
  record NotCrossOrigin(Map<String, String> headers) implements CorsAnswer {}

  /**
   * A page that may ask and read the answer: go on.
   *
   * @param headers the headers to set
   */
  record Granted(Map<String, String> headers) implements CorsAnswer {}

  /**
   * A browser asks whether a page may ask, and it may: answer 204 without a body, and nothing else.
   *
   * @param headers the headers to set
   */
  record Preflight(Map<String, String> headers) implements CorsAnswer {}

  /**
   * A page that may not: answer 403 and do nothing. (The event of the log is {@code
   * malicious_cors}.)
   *
   * @param reason what was not allowed, in words of this library only
   * @param headers the headers to set; none of them grants anything
   */
  record Refused(String reason, Map<String, String> headers) implements CorsAnswer {}
}
