package io.travelsuite.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The register of personal data: what the library's tables hold of persons, why, and how it is
 * protected; the part of a record of processing (GDPR, article 30) that is about these tables. A
 * test compares it with the schema: a column that is not registered fails the build. Immutable;
 * thread-safe.
 */
public final class PersonalColumns {

  private static final String REGISTER = "personal-columns.txt";

  private final List<PersonalColumn> personal;
  private final Set<String> all;

  private PersonalColumns(List<PersonalColumn> personal, Set<String> all) {
    this.personal = List.copyOf(personal);
    this.all = Set.copyOf(all);
  }

  /** {@return the register of this version of the library} */
  public static PersonalColumns register() {
    try (InputStream file = PersonalColumns.class.getResourceAsStream(REGISTER)) {
      byte[] bytes = Objects.requireNonNull(file, REGISTER).readAllBytes();
      return parse(new String(bytes, UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PersonalColumns parse(List<String> lines) {
    List<PersonalColumn> personal = new ArrayList<>();
    Set<String> all = new TreeSet<>();
    for (String line : lines) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.split(" ", 4);
      if (words[0].endsWith(":")) {
        String table = words[0].substring(0, words[0].length() - 1);
        for (String column : line.substring(words[0].length()).strip().split(" ", -1)) {
          add(all, table + "." + column);
        }
      } else {
        add(all, words[0]);
        personal.add(column(words));
      }
    }
    return new PersonalColumns(personal, all);
  }

  private static void add(Set<String> all, String column) {
    if (!all.add(column)) {
      throw new IllegalStateException(column + " is registered twice");
    }
  }

  private static PersonalColumn column(String[] words) {
    int dot = words[0].indexOf('.');
    return new PersonalColumn(
        words[0].substring(0, dot),
        words[0].substring(dot + 1),
        words[1],
        PersonalColumn.Protection.valueOf(words[2]),
        words[3]);
  }

  /** {@return the columns that may tell of a person, by table, as they are documented} */
  public List<PersonalColumn> personal() {
    return personal;
  }

  /** {@return every column of the library's tables, as {@code table.column}} */
  public Set<String> all() {
    return all;
  }
}
