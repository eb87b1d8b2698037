package io.travelsuite.examples.server.page;

import io.javalin.http.Context;
import io.travelsuite.examples.server.edge.ErrorPages;
import io.travelsuite.security.web.ContentSecurityPolicy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows pages within the layout that all of them share. Scripts, styles and pictures are files of
 * the server's own; nothing that is written into a page runs. Thread-safe.
 */
public final class Pages implements ErrorPages {

  private static final ContentSecurityPolicy POLICY =
      ContentSecurityPolicy.forApi()
          .with("script-src", "'self'")
          .with("style-src", "'self'")
          .with("img-src", "'self'")
          .with("connect-src", "'self'")
          .with("form-action", "'self'");

  private static final Map<Integer, String> TITLES =
      Map.of(
          401, "Please sign in",
          403, "That did not go through",
          404, "There is nothing here",
          429, "One moment, please",
          503, "We will be right back");

  private final Templates templates = new Templates();
  private final Assets assets;
  private final String company;

  private record Layout(
      Frame frame, String company, String icon, List<String> styles, Content content) {}

  private record Content(List<String> scripts, String body) {}

  /** What people are told; the texts are in the template. */
  private record Trouble(String title, Kind kind, @Nullable String id) {}

  private record Kind(
      boolean signIn, boolean refused, boolean missing, boolean tooMany, boolean ours) {}

  /**
   * Pages.
   *
   * @param assets what they load; {@code site.css}, {@code icon.svg} and the scripts of all frames
   *     are among them
   * @param company whose they are, as people read it
   */
  public Pages(Assets assets, String company) {
    this.assets = assets;
    this.company = company;
  }

  /** {@return the files that pages load} */
  public Assets assets() {
    return assets;
  }

  /**
   * Answers with a page.
   *
   * @param context the request
   * @param status of the answer
   * @param page what is shown
   */
  public void show(Context context, int status, Page page) {
    context
        .status(status)
        .contentType("text/html; charset=utf-8")
        .header(ContentSecurityPolicy.HEADER, POLICY.value())
        .result(html(page));
  }

  /** {@return a page with all that is around it} */
  String html(Page page) {
    List<String> scripts = page.frame().scripts();
    // a script that has a style of its own brings it along
    List<String> styles =
        Stream.concat(
                Stream.of("site.css"),
                scripts.stream().map(name -> name.replace(".js", ".css")).filter(assets::has))
            .distinct()
            .map(assets::address)
            .toList();
    Content content =
        new Content(
            scripts.stream().map(assets::address).toList(),
            templates.fill(page.template(), page.model()));
    return templates.fill(
        "page/layout",
        new Layout(page.frame(), company, assets.address("icon.svg"), styles, content));
  }

  /** Answers with a page where a browser asked for one. */
  @Override
  public boolean answer(Context context, int status) {
    String accepted = context.header("Accept");
    if (accepted == null || !accepted.contains("text/html")) {
      return false;
    }
    String title =
        TITLES.getOrDefault(
            status, status < 500 ? "That was not understood" : "Something went wrong");
    Kind kind = new Kind(status == 401, status == 403, status == 404, status == 429, status >= 500);
    Trouble trouble = new Trouble(title, kind, context.res().getHeader("X-Request-Id"));
    show(context, status, new Page(Frame.shop(title), "page/error", trouble));
    return true;
  }
}
