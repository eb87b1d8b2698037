package io.travelsuite.jdbc.readme;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a sample as the body of a method that has what a host would have at hand. */
final class SampleCompiler {

  private static final String SOURCE =
      """
      import io.travelsuite.*;
      import io.travelsuite.alert.*;
      import io.travelsuite.booking.*;
      import io.travelsuite.idempotency.*;
      import io.travelsuite.idempotency.http.*;
      import io.travelsuite.inventory.*;
      import io.travelsuite.jdbc.*;
      import io.travelsuite.notify.address.*;
      import io.travelsuite.notify.channel.*;
      import io.travelsuite.notify.email.*;
      import io.travelsuite.notify.outbox.*;
      import io.travelsuite.notify.reminder.*;
      import io.travelsuite.notify.sms.*;
      import io.travelsuite.notify.webhook.*;
      import io.travelsuite.payments.inbox.*;
      import io.travelsuite.payments.webhook.*;
      import io.travelsuite.price.*;
      import io.travelsuite.sale.*;
      import io.travelsuite.schedule.*;
      import io.travelsuite.search.*;
      import io.travelsuite.seat.*;
      import io.travelsuite.secret.*;
      import io.travelsuite.security.address.*;
      import io.travelsuite.security.data.*;
      import io.travelsuite.security.erasure.*;
      import io.travelsuite.security.key.SigningKeys;
      import io.travelsuite.security.rate.*;
      import io.travelsuite.security.retention.*;
      import io.travelsuite.webhook.*;
      import java.net.URI;
      import java.sql.*;
      import java.time.*;
      import java.util.List;
      import java.util.Map;
      import java.util.Optional;
      import java.util.Set;
      import java.util.UUID;
      import java.util.concurrent.Executors;
      import javax.sql.DataSource;

      public class %s {
        public static void run(DataSource dataSource, OccurrenceId departure, Connection %s)
            throws Exception {
          %s
          {
            %s
          }
        }
      }
      """;

  private SampleCompiler() {}

  static Class<?> compile(Path folder, String name, String sample)
      throws IOException, ClassNotFoundException {
    return compile(folder, name, sample, "");
  }

  /**
   * Compiles it.
   *
   * @param more what the host would have besides
   */
  static Class<?> compile(Path folder, String name, String sample, String more)
      throws IOException, ClassNotFoundException {
    String given =
        (sample.contains("JdbcTravel travel =")
                ? ""
                : "JdbcTravel travel = JdbcTravel.builder(dataSource).build();")
            + more;
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-d",
            folder.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "--release",
            "17");
    boolean compiled =
        compiler
            .getTask(null, null, problems, options, null, List.of(file(name, given, sample)))
            .call();
    if (!compiled) {
      throw new AssertionError(sample + "\n" + problems.getDiagnostics());
    }
    URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    return loader.loadClass(name);
  }

  private static JavaFileObject file(String name, String given, String sample) {
    boolean lambda =
        sample.contains("connection) ->") || sample.contains("(connection, joined) ->");
    String connection = lambda ? "another" : "connection";
    String source = SOURCE.formatted(name, connection, given, sample);
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
