package io.travelsuite.security.secret;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.security.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .env} file of a developer's machine. Read in development only, and only if git ignores
 * it: what is not ignored is committed one day.
 *
 * <p>Its lines are {@code NAME=value}, {@code export NAME=value}, blank or a {@code #} comment. A
 * value stands bare, without spaces and quotes; in single quotes, as it is; or in double quotes,
 * where {@code \n}, {@code \"} and {@code \\} are read. Nothing is expanded. A name given twice, or
 * any other line, is refused by its number. Immutable; safe for use by many threads.
 */
public final class DotEnvFile implements SecretSource {

  private static final Pattern LINE =
      Pattern.compile(
          "(?:export )?([A-Z][A-Z0-9_]{0,63})="
              + "(?:([^\\s\"'#]*+)|'([^']*+)'|\"((?:[^\"\\\\]|\\\\[n\"\\\\])*+)\")\\s*+(?:#.*)?");

  private final EnvironmentSecrets values;

  private DotEnvFile(Map<String, String> values) {
    this.values = new EnvironmentSecrets(values);
  }

  /**
   * Reads a file, if there is one.
   *
   * @param file {@code .env} in the project's folder
   * @param profile where the process runs
   * @return what it holds; nothing, when there is no such file
   * @throws io.travelsuite.InvalidRequestException if there is one in production, or a line is not
   *     of the form above; never tells a value
   * @throws SecretSourceException if it lies in a git working tree and git does not ignore it, or
   *     can't be asked; or it is above 64 KiB
   */
  public static DotEnvFile load(Path file, Profile profile) {
    if (!Files.exists(file)) {
      return new DotEnvFile(Map.of());
    }
    unless(profile == Profile.DEVELOPMENT, "profile", profile, "must not have a .env file");
    Path absolute = file.toAbsolutePath().normalize();
    if (isInWorkingTree(absolute.getParent()) && !isIgnored(absolute)) {
      throw new SecretSourceException(".env", "is not ignored by git: add it to .gitignore");
    }
    return new DotEnvFile(parse(SecretFile.text(".env", absolute)));
  }

  @Override
  public Optional<SecretVersions> find(String name) {
    return values.find(name);
  }

  /** The names and values of such a text. */
  static Map<String, String> parse(String text) {
    Map<String, String> values = new HashMap<>();
    int number = 0;
    for (String line : text.split("\r?\n", -1)) {
      number++;
      String stripped = line.strip();
      if (!stripped.isEmpty() && stripped.charAt(0) != '#') {
        Matcher entry = LINE.matcher(stripped);
        unless(entry.matches(), ".env", "line " + number, "must be NAME=value");
        String before = values.put(entry.group(1), value(entry));
        unless(before == null, ".env", "line " + number, "must not give a name twice");
      }
    }
    return values;
  }

  private static String value(Matcher entry) {
    if (entry.group(4) != null) {
      return unescaped(entry.group(4));
    }
    return entry.group(3) != null ? entry.group(3) : entry.group(2);
  }

  private static String unescaped(String quoted) {
    StringBuilder plain = new StringBuilder(quoted.length());
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c == '\\') {
        i++;
        c = quoted.charAt(i) == 'n' ? '\n' : quoted.charAt(i);
      }
      plain.append(c);
    }
    return plain.toString();
  }

  private static boolean isInWorkingTree(@Nullable Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return true;
      }
    }
    return false;
  }

  /** Git knows all places of its rules; a file that is tracked is not ignored. */
  private static boolean isIgnored(Path file) {
    String folder = String.valueOf(file.getParent());
    ProcessBuilder git =
        new ProcessBuilder("git", "-C", folder, "check-ignore", "-q", "--", file.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = git.start();
      boolean ended = process.waitFor(10, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException noGit) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
