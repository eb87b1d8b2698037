package io.travelsuite.examples.server.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fills templates, each read once. What is shown is escaped, a name that the model lacks is an
 * error, and one that is null shows nothing. Thread-safe.
 */
final class Templates {

  private static final String ROOT = "/io/travelsuite/examples/server/";

  private final Map<String, Template> known = new ConcurrentHashMap<>();
  private final Mustache.Compiler compiler =
      Mustache.compiler()
          .escapeHTML(true)
          .nullValue("")
          .emptyStringIsFalse(true)
          .strictSections(true)
          .withLoader(Templates::open);

  /** Fills the template of a name: {@code page/find}. */
  String fill(String name, Object model) {
    return known.computeIfAbsent(name, this::read).execute(model);
  }

  private Template read(String name) {
    try (Reader reader = open(name)) {
      return compiler.compile(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reader open(String name) {
    InputStream in = Templates.class.getResourceAsStream(ROOT + name + ".mustache");
    if (in == null) {
      throw new IllegalArgumentException("there is no template " + name);
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
