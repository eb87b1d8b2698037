package io.travelsuite.security.web;

import java.time.Duration;

/**
 * How much is read of a request and for how long, with reasons. A server that has limits of its own
 * is given these.
 */
public final class RequestLimits {

  /**
   * 64 KiB of a JSON body. A hold of a hundred lines with names for each is some 30 KB; what is
   * larger is no booking.
   */
  public static final int JSON_BODY_BYTES = 64 << 10;

  /** 1 MiB of a webhook's body: providers send whole orders, and none of them more than that. */
  public static final int WEBHOOK_BODY_BYTES = 1 << 20;

  /**
   * 8,000 characters of path and query: what RFC 9110, section 4.1, recommends to support, and no
   * more.
   */
  public static final int TARGET_CHARS = 8_000;

  /** 16 KiB of headers, as common servers have it: cookies and a token, several times over. */
  public static final int HEADER_BYTES = 16 << 10;

  /** 100 headers: each costs an object, and browsers send some twenty. */
  public static final int HEADERS = 100;

  /** 32 levels of JSON: parsers recurse, requests here have six. */
  public static final int JSON_DEPTH = 32;

  /** 10 s until the headers are there: a client that needs longer holds a connection on purpose. */
  public static final Duration HEADERS_WITHIN = Duration.ofSeconds(10);

  /**
   * 20 s for a whole body, however its bytes trickle: 64 KiB take 16 s at 32 kbit/s, the slowest
   * telephone.
   */
  public static final Duration BODY_WITHIN = Duration.ofSeconds(20);

  /**
   * 60 s between two requests of a connection: longer than browsers think, shorter than proxies.
   */
  public static final Duration IDLE = Duration.ofSeconds(60);

  /** 30 s for an answer: above every lock wait and a provider's time limit of this library. */
  public static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private RequestLimits() {}
}
