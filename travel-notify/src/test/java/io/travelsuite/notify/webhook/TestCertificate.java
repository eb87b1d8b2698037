package io.travelsuite.notify.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of a test's own, made by keytool, for {@link #NAME} and nobody else. */
final class TestCertificate {

  static final String NAME = "hooks.partner.example";

  private static final char[] PASSWORD = "changeit".toCharArray();

  private final SSLContext context;

  private TestCertificate(SSLContext context) {
    this.context = context;
  }

  static TestCertificate create(Path folder) {
    Path store = folder.resolve("partner.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        " -genkeypair -keyalg EC -groupname secp256r1 -alias partner -dname CN=%1$s"
            + " -ext san=dns:%1$s -validity 2 -storetype PKCS12 -storepass %2$s -keystore";
    List<String> command = new ArrayList<>(List.of(keytool, "-J-XX:TieredStopAtLevel=1"));
    String said = options.formatted(NAME, new String(PASSWORD));
    command.addAll(List.of(said.strip().split(" ", -1)));
    command.add(store.toString());
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException("keytool failed");
      }
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, PASSWORD);
      }
      return new TestCertificate(context(keys));
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try {
      trusted.load(null, null);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    trusted.setCertificateEntry("partner", keys.getCertificate("partner"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  /** Has the certificate, and trusts it. */
  SSLContext context() {
    return context;
  }
}
