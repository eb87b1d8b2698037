package io.travelsuite.jdbc.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of each table in a dump while it passes: a count in another transaction would be
 * another moment's. Knows what {@code mysqldump} and {@code mariadb-dump} write: a statement begins
 * a line, values stand in parentheses, a text in single quotes with backslashes before what ends
 * it. For one thread.
 */
final class RowCounter extends OutputStream {

  private static final int MOST_HEAD = 400;
  private static final byte[] VALUES = "VALUES".getBytes(UTF_8);
  private static final Pattern TABLE =
      Pattern.compile("(CREATE TABLE|INSERT INTO) `((?:[^`]|``)+)` ");

  private final OutputStream out;
  private final SortedMap<String, Long> rows = new TreeMap<>();
  private final ByteArrayOutputStream head = new ByteArrayOutputStream(MOST_HEAD);
  private boolean foreignDelimiter;

  /** Where an INSERT is being read. */
  private @Nullable String table;

  private int valuesSeen;
  private int depth;
  private int quote;
  private boolean escaped;
  private long count;

  RowCounter(OutputStream out) {
    this.out = out;
  }

  /** The rows of each table that the dump makes. */
  SortedMap<String, Long> rows() {
    return rows;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    for (int i = from; i < from + length; i++) {
      if (table == null) {
        outside(bytes[i]);
      } else {
        inside(bytes[i]);
      }
    }
  }

  private void outside(byte b) {
    if (b == '\n') {
      line();
      head.reset();
    } else if (head.size() < MOST_HEAD) {
      head.write(b);
      if (b == ' ' && !foreignDelimiter) {
        statement();
      }
    }
  }

  /** Triggers have statements of their own, between two such lines. */
  private void line() {
    String line = head.toString(UTF_8);
    if (line.startsWith("DELIMITER ")) {
      foreignDelimiter = !line.strip().equals("DELIMITER ;");
    }
  }

  private void statement() {
    if (head.size() < 15 || head.size() > MOST_HEAD - 1) {
      return;
    }
    Matcher found = TABLE.matcher(head.toString(UTF_8));
    if (found.matches()) {
      String name = found.group(2).replace("``", "`");
      rows.putIfAbsent(name, 0L);
      if (found.group(1).startsWith("INSERT")) {
        begin(name);
      }
    }
  }

  private void begin(String name) {
    table = name;
    valuesSeen = 0;
    depth = 0;
    quote = 0;
    escaped = false;
    count = 0;
  }

  private void inside(byte b) {
    if (quote != 0) {
      quoted(b);
    } else if (b == '\'' || b == '`') {
      quote = b;
    } else if (b == '(') {
      if (depth++ == 0 && valuesSeen == VALUES.length) {
        count++;
      }
    } else if (b == ')') {
      depth--;
    } else if (depth == 0) {
      between(b);
    }
  }

  private void quoted(byte b) {
    if (escaped) {
      escaped = false;
    } else if (b == '\\' && quote == '\'') {
      escaped = true;
    } else if (b == quote) {
      quote = 0;
    }
  }

  /** Some list the columns before VALUES. */
  private void between(byte b) {
    if (b == ';') {
      rows.merge(Objects.requireNonNull(table), count, Long::sum);
      table = null;
      head.reset();
    } else if (valuesSeen < VALUES.length) {
      valuesSeen = b == VALUES[valuesSeen] ? valuesSeen + 1 : 0;
    }
  }
}
