package io.travelsuite.examples.server.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.travelsuite.examples.server.edge.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Files that pages load: styles, scripts, pictures. Each has its content's hash in its address, so
 * that browsers keep it for good and load a changed one at once. Immutable and thread-safe.
 */
public final class Assets {

  /** Where they are. */
  public static final String PATH = "/assets/{file}";

  private static final String ROOT = "/io/travelsuite/examples/server/";
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final int HASH_CHARACTERS = 16;

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, Asset> files = new HashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Asset(String type, String tag, byte[] bytes) {}

  private Assets(List<String> resources) {
    for (String resource : resources) {
      byte[] bytes = bytes(resource);
      String file = resource.substring(resource.lastIndexOf('/') + 1);
      String hash = hash(bytes);
      int dot = file.lastIndexOf('.');
      String hashed = file.substring(0, dot) + "-" + hash + file.substring(dot);
      files.put(hashed, new Asset(type(file), "\"" + hash + "\"", bytes));
      if (addresses.put(file, PATH.replace("{file}", hashed)) != null) {
        throw new IllegalArgumentException("twice among the files: " + file);
      }
    }
  }

  /**
   * {@return files among the resources of the server}
   *
   * @param resources their names, {@code page/assets/site.css}; each file name once
   */
  public static Assets of(List<String> resources) {
    return new Assets(resources);
  }

  /** {@return the line of the table of endpoints} */
  static Rule rule() {
    return new Rule("GET", PATH, Rule.Entry.PUBLIC, null, "");
  }

  /**
   * Adds the endpoint to a server.
   *
   * @param routes the server's
   */
  void addTo(RoutesConfig routes) {
    routes.get(PATH, this::serve);
  }

  /**
   * {@return the address of a file}
   *
   * @param file its name, {@code site.css}
   */
  public String address(String file) {
    String address = addresses.get(file);
    if (address == null) {
      throw new IllegalArgumentException("there is no file " + file);
    }
    return address;
  }

  /** {@return whether there is a file of a name} */
  public boolean has(String file) {
    return addresses.containsKey(file);
  }

  private void serve(Context context) {
    Asset asset = files.get(context.pathParam("file"));
    if (asset == null) {
      throw new NotFoundResponse();
    }
    context.header("Cache-Control", FOREVER).header("ETag", asset.tag());
    if (asset.tag().equals(context.header("If-None-Match"))) {
      context.status(304);
    } else {
      context.contentType(asset.type()).result(asset.bytes());
    }
  }

  private static String type(String file) {
    return Objects.requireNonNull(TYPES.get(file.substring(file.lastIndexOf('.') + 1)), file);
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(ROOT + resource)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no resource " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
