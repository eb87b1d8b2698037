package io.travelsuite.examples.server.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is around a page's own content.
 *
 * @param title of the page, before the company's name
 * @param nav the links in its head
 * @param scripts the names of the scripts that make it better: {@code site.js}
 * @param staff who of the staff looks at it, or null
 */
public record Frame(String title, List<Link> nav, List<String> scripts, @Nullable SignedIn staff) {

  /** Copies the lists. */
  public Frame {
    nav = List.copyOf(nav);
    scripts = List.copyOf(scripts);
  }

  /**
   * A link.
   *
   * @param href where it leads
   * @param text what people read
   * @param current whether it is the page that is shown
   */
  public record Link(String href, String text, boolean current) {}

  /**
   * Somebody who can sign out.
   *
   * @param name what they signed in by
   * @param csrf the token of the form
   */
  public record SignedIn(String name, String csrf) {

    /** Without the token. */
    @Override
    public String toString() {
      return "SignedIn[" + name + "]";
    }
  }

  /**
   * {@return the frame of a page of customers}
   *
   * @param title of the page
   */
  public static Frame shop(String title) {
    return new Frame(
        title,
        List.of(new Link("/", "Find a trip", false), new Link("/bookings", "Your trips", false)),
        List.of("site.js"),
        null);
  }

  /**
   * {@return the same where one of the links is the page itself}
   *
   * @param href which
   */
  public Frame at(String href) {
    return new Frame(
        title,
        nav.stream()
            .map(link -> new Link(link.href(), link.text(), link.href().equals(href)))
            .toList(),
        scripts,
        staff);
  }
}
