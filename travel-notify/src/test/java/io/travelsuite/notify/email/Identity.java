package io.travelsuite.notify.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keys and certificates of a server, made by keytool when first asked for. */
enum Identity {
  /** What a relay should have. */
  GOOD,
  /** Signed by the trusted authority, for another name. */
  WRONG_NAME,
  /** Signed by the trusted authority, some time ago. */
  EXPIRED,
  /** With the right name, signed by itself. */
  SELF_SIGNED;

  private static final char[] PASSWORD = "for-the-tests".toCharArray();

  /** Made once: keytool takes a second for each. */
  private static final class Made {
    static final KeyStore KEYS = make();
  }

  /** What the server speaks with. */
  SSLContext server() {
    try {
      KeyStore own = empty();
      KeyStore.ProtectionParameter password = new KeyStore.PasswordProtection(PASSWORD);
      own.setEntry("own", Made.KEYS.getEntry(alias(), password), password);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What trusts the authority and no other, or this one. */
  static SSLContext trusting(String alias) {
    try {
      KeyStore trusted = empty();
      trusted.setCertificateEntry("trusted", Made.KEYS.getCertificate(alias));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  String alias() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    return store;
  }

  private static KeyStore make() {
    try {
      Path folder = Files.createTempDirectory("travel-keys");
      Path file = folder.resolve("keys.p12");
      keytool(file, "authority", "-startdate", "-60d", "-ext", "bc:c");
      String[] here = {"-ext", "san=dns:localhost", "-startdate", "-30d", "-signer", "authority"};
      keytool(file, GOOD.alias(), here);
      keytool(file, EXPIRED.alias(), with(here, "-validity", "10"));
      here[1] = "san=dns:relay.example";
      keytool(file, WRONG_NAME.alias(), here);
      keytool(file, SELF_SIGNED.alias(), "-ext", "san=dns:localhost");
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream bytes = Files.newInputStream(file)) {
        store.load(bytes, PASSWORD);
      }
      Files.delete(file);
      Files.delete(folder);
      return store;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] with(String[] first, String... more) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static void keytool(Path file, String alias, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-genkeypair", "-keyalg", "EC"));
    command.addAll(List.of("-dname", "CN=" + alias, "-alias", alias));
    command.addAll(List.of("-keystore", file.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", new String(PASSWORD)));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
