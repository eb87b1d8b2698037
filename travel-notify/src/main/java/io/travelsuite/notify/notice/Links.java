package io.travelsuite.notify.notice;

import static io.travelsuite.InvalidRequestException.unless;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a message leads. Absolute {@code https} addresses; the text form shows none of them, since
 * they may let in who has them.
 *
 * @param manage the page of the booking, or null
 * @param pay where it is paid, or null
 */
public record Links(@Nullable URI manage, @Nullable URI pay) {

  /** No links. */
  public static final Links NONE = new Links(null, null);

  /** Checks the schemes. */
  public Links {
    check("links.manage", manage);
    check("links.pay", pay);
  }

  private static void check(String field, @Nullable URI link) {
    boolean good = link == null || ("https".equals(link.getScheme()) && link.getHost() != null);
    unless(good, field, "…", "must be an absolute https address");
  }

  /** {@return a text without the links} */
  @Override
  public String toString() {
    return "Links[…]";
  }
}
