package io.travelsuite.jdbc.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.jdbc.backup.DatabaseAccess.Encryption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder that only its owner can look into, with an option file for the server's tools, so that
 * no password is on a command line or in an environment, where others see it; and with what a tool
 * says. Closing it deletes both.
 */
final class OptionFolder implements AutoCloseable {

  private static final int MOST_SAID = 16 << 10;

  private final Path folder;

  OptionFolder(DatabaseAccess access, boolean mariaDb) throws IOException {
    folder = Files.createTempDirectory("travel-backup-"); // made with rwx for its owner alone
    Files.writeString(options(), text(access, mariaDb));
  }

  private static String text(DatabaseAccess access, boolean mariaDb) {
    StringBuilder text = new StringBuilder("[client]\n");
    line(text, "host", access.host());
    line(text, "port", String.valueOf(access.port()));
    text.append("protocol=TCP\n"); // else localhost is a socket
    line(text, "user", access.user());
    line(text, "password", access.password().text());
    encryption(access.encryption(), mariaDb).forEach(option -> text.append(option).append('\n'));
    return text.toString();
  }

  /** In quotes a number sign begins no comment. */
  private static void line(StringBuilder text, String name, String value) {
    String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"");
    text.append(name).append("=\"").append(quoted).append("\"\n");
  }

  private static List<String> encryption(Encryption encryption, boolean mariaDb) {
    if (mariaDb) {
      return switch (encryption) {
        case NONE -> List.of("skip-ssl");
        case PREFERRED -> List.of("skip-ssl-verify-server-cert");
        case REQUIRED -> List.of("ssl", "skip-ssl-verify-server-cert");
        case VERIFIED -> List.of("ssl", "ssl-verify-server-cert");
      };
    }
    return switch (encryption) {
      case NONE -> List.of("ssl-mode=DISABLED", "get-server-public-key");
      case PREFERRED -> List.of("ssl-mode=PREFERRED", "get-server-public-key");
      case REQUIRED -> List.of("ssl-mode=REQUIRED");
      case VERIFIED -> List.of("ssl-mode=VERIFY_IDENTITY");
    };
  }

  Path options() {
    return folder.resolve("options.cnf");
  }

  Path errors() {
    return folder.resolve("errors");
  }

  /** What a tool said; for a reason to be looked for in, never to be shown: it quotes rows. */
  String said() throws IOException {
    if (!Files.exists(errors())) {
      return "";
    }
    try (var in = Files.newInputStream(errors())) {
      return new String(in.readNBytes(MOST_SAID), UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(options());
    Files.deleteIfExists(errors());
    Files.deleteIfExists(folder);
  }
}
