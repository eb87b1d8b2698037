package io.travelsuite.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.security.shape.SecretNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What no source of the library may do. */
class SourceGuardTest {

  private static final String MAIN = "travel-[a-z]+/src/main/java/.*";
  private static final Pattern STATEMENT = Pattern.compile("createStatement\\s*\\(");
  private static final Pattern RECORD =
      Pattern.compile("\\brecord (\\w+)(?:<[^>]*>)?\\(([^)]*)\\)");
  private static final Pattern TEXT = Pattern.compile("(?:String|byte\\[\\]) (\\w+)");

  /** A setting of the session can't be a parameter: these three set values of their own. */
  private static final Set<String> SETTINGS =
      Set.of("GroupConsistency.java", "Schema.java", "TransactionControl.java");

  /** The key's id is no secret. */
  private static final Set<String> KNOWN = Set.of("AwsCredentials.accessKeyId");

  @Test
  void every_statement_of_sql_that_carries_input_is_prepared() {
    List<Path> sources = Repository.sources(MAIN);
    assertThat(sources).hasSizeGreaterThan(300);
    List<String> bare =
        sources.stream()
            .filter(file -> STATEMENT.matcher(Repository.read(file)).find())
            .map(file -> String.valueOf(file.getFileName()))
            .filter(name -> !SETTINGS.contains(name))
            .toList();
    assertThat(bare).isEmpty();
  }

  /** A record shows its components, unless it says otherwise: a password would end in a log. */
  @Test
  void no_record_shows_a_secret_as_text() {
    List<String> found = new ArrayList<>();
    for (Path file : Repository.sources(MAIN)) {
      found.addAll(secretTexts(Repository.read(file)));
    }
    assertThat(found).isSubsetOf(KNOWN);
  }

  @Test
  void control_a_record_with_a_password_and_a_bare_statement_are_caught() {
    assertThat(secretTexts("record Login(String user, String password) {}"))
        .containsExactly("Login.password");
    assertThat(STATEMENT.matcher("connection.createStatement()").find()).isTrue();
  }

  private static List<String> secretTexts(String source) {
    List<String> found = new ArrayList<>();
    if (source.contains("public String toString()")) {
      return found;
    }
    Matcher record = RECORD.matcher(source);
    while (record.find()) {
      Matcher text = TEXT.matcher(record.group(2));
      while (text.find()) {
        if (SecretNames.isSecret(text.group(1))) {
          found.add(record.group(1) + "." + text.group(1));
        }
      }
    }
    return found;
  }
}
