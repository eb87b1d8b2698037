package io.travelsuite.security.data;

import static io.travelsuite.InvalidRequestException.unless;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file of a key ring. */
final class KeyRingFile {

  private static final int MOST_BYTES = 64 << 10;
  private static final Set<PosixFilePermission> OWNERS =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private KeyRingFile() {}

  static Map<String, Secret> read(Path file) {
    List<String> lines = text(file).lines().toList();
    Map<String, Secret> keys = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        String[] words = line.split("\\s+", -1);
        Secret key = words.length == 2 ? key(words[1]) : null;
        boolean good = key != null && keys.put(words[0], key) == null;
        unless(good, "key ring", "line " + (i + 1), "must be id and base64, each id once");
      }
    }
    unless(!keys.isEmpty(), "key ring", "(empty)", "must hold a key");
    return keys;
  }

  private static @Nullable Secret key(String base64) {
    try {
      return Secret.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      boolean own = view == null || OWNERS.containsAll(view.readAttributes().permissions());
      unless(own, "key ring", "(file)", "must be readable by its owner alone: chmod 600");
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      unless(bytes.length <= MOST_BYTES, "key ring", "(file)", "must have 64 KiB at most");
      return new String(bytes, UTF_8);
    } catch (IOException unreadable) {
      throw new KeyUnavailableException("the file of the key ring can't be read", true);
    }
  }
}
