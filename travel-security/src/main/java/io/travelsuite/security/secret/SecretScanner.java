package io.travelsuite.security.secret;

import io.travelsuite.security.shape.SecretNames;
import io.travelsuite.security.shape.Span;
import io.travelsuite.security.shape.TokenShapes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for secrets in what git keeps, for a build to fail on: keys and tokens by the shape that
 * their makers gave them, private keys, passwords in addresses, and quoted or bare values that look
 * random behind a telling name. Needs {@code git}; binary files and files above 1 MiB are left out.
 * A line that holds the text {@link #ALLOWED} is not judged. Immutable; safe for use by many
 * threads.
 */
public final class SecretScanner {

  /** What marks a line as no secret: a key made up for a test. */
  public static final String ALLOWED = "secret-scan: made up";

  private static final int MOST_BYTES = 1 << 20;
  private static final int LONGEST_LINE = 4_000;

  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "([A-Za-z0-9_.-]{3,64})[\"']?\\s{0,3}[=:]\\s{0,3}[\"']?([A-Za-z0-9+/_=!@#$%^&*.-]{12,200})");

  private static final Pattern HUNK = Pattern.compile("\\+\\+\\+ b/(.*)");

  private final Predicate<String> skipped;

  /**
   * A scanner.
   *
   * @param skipped which paths are left out, from the root with slashes
   */
  public SecretScanner(Predicate<String> skipped) {
    this.skipped = skipped;
  }

  /**
   * Scans the files that git tracks, as they lie in the working tree.
   *
   * @param root the working tree's root
   * @return what was found, in the order of paths and lines
   * @throws UncheckedIOException if git can't be run, or a file can't be read
   */
  public List<SecretFinding> tree(Path root) {
    List<SecretFinding> found = new ArrayList<>();
    List<String> listed = new ArrayList<>();
    git(root, listed::add, "ls-files", "-z");
    for (String path : String.join("\n", listed).split("\0", -1)) {
      Path file = root.resolve(path);
      if (!path.isEmpty() && !skipped.test(path) && Files.isRegularFile(file)) {
        scan(path, text(file).split("\n", -1), found);
      }
    }
    return found;
  }

  /**
   * Scans every line that any commit of any branch added.
   *
   * @param root the repository's root
   * @return what was found
   * @throws UncheckedIOException if git can't be run
   */
  public List<SecretFinding> history(Path root) {
    History history = new History();
    git(root, history::line, "log", "-p", "--all", "-U0", "--no-color", "--no-ext-diff");
    return history.found;
  }

  /** Patches, read line by line: a history does not fit into memory. */
  private final class History {

    private final List<SecretFinding> found = new ArrayList<>();
    private String path = "";
    private int number;

    private void line(String line) {
      Matcher hunk = HUNK.matcher(line);
      if (hunk.matches()) {
        path = hunk.group(1);
        number = 0;
      } else if (line.startsWith("+") && !skipped.test(path)) {
        number++;
        judge(path, number, line.substring(1), found);
      }
    }
  }

  private static void scan(String path, String[] lines, List<SecretFinding> found) {
    for (int i = 0; i < lines.length; i++) {
      judge(path, i + 1, lines[i], found);
    }
  }

  /** A line that is longer than anybody writes is judged by its beginning. */
  private static void judge(String path, int number, String line, List<SecretFinding> found) {
    if (line.contains(ALLOWED)) {
      return;
    }
    String text = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
    Span shape = new TokenShapes(text).next();
    if (shape != null) {
      found.add(new SecretFinding(path, number, shape.kind()));
      return;
    }
    Matcher assignment = ASSIGNMENT.matcher(text);
    while (assignment.find()) {
      if (SecretNames.isSecret(assignment.group(1)) && isRandom(assignment.group(2))) {
        found.add(new SecretFinding(path, number, "value of " + assignment.group(1)));
        return;
      }
    }
  }

  /** Words, names and calls of code have few digits, or many characters again and again. */
  private static boolean isRandom(String value) {
    long digits = value.chars().filter(Character::isDigit).count();
    long upper = value.chars().filter(Character::isUpperCase).count();
    long lower = value.chars().filter(Character::isLowerCase).count();
    long different = value.chars().distinct().count();
    boolean mixed = digits >= 2 && (upper > 0 || lower > 0) && different >= 9;
    return mixed && value.chars().filter(c -> c == '.').count() < 2;
  }

  private static String text(Path file) {
    try {
      byte[] bytes = Files.size(file) > MOST_BYTES ? new byte[0] : Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.indexOf('\0') >= 0 ? "" : text;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void git(Path root, Consumer<String> line, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (BufferedReader out =
          new BufferedReader(new InputStreamReader(git.getInputStream(), StandardCharsets.UTF_8))) {
        out.lines().forEach(line);
      }
      if (git.waitFor() != 0) {
        throw new UncheckedIOException(new IOException("git " + arguments[0] + " failed"));
      }
    } catch (IOException noGit) {
      throw new UncheckedIOException(noGit);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted"));
    }
  }
}
