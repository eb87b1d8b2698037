package io.travelsuite.examples.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of a test's own for localhost, made by keytool. */
final class ServerIdentity {

  static final String PASSWORD = "changeit";

  /** A name that a public host could have: it is of nobody (RFC 2606). */
  static final String PARTNER = "hooks.partner.example";

  private final KeyStore store;
  final Path file;

  private ServerIdentity(Path file) throws GeneralSecurityException, IOException {
    this.file = file;
    store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
  }

  static ServerIdentity create(Path folder, String name) {
    Path store = folder.resolve(name + ".p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        "-genkeypair -keyalg EC -groupname secp256r1 -alias server -dname CN=%s -validity 30"
            + " -ext san=dns:localhost,dns:"
            + PARTNER
            + ",ip:127.0.0.1 -storetype PKCS12 -storepass %s -keystore";
    List<String> command = new ArrayList<>(List.of(keytool, "-J-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(options.formatted(name, PASSWORD).split(" ", -1)));
    command.add(store.toString());
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException("keytool failed");
      }
      return new ServerIdentity(store);
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate and the key as PEM, in the files of these names. */
  void writePem(Path chain, Path key) {
    try {
      Files.writeString(chain, pem("CERTIFICATE", store.getCertificate("server").getEncoded()));
      byte[] secret = store.getKey("server", PASSWORD.toCharArray()).getEncoded();
      Files.writeString(key, pem("PRIVATE KEY", secret));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String kind, byte[] bytes) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(bytes));
  }

  /** Shows this certificate. */
  SSLContext serving() {
    try {
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Trusts these certificates and no others. */
  static SSLContext trusting(ServerIdentity... all) {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      for (int i = 0; i < all.length; i++) {
        trusted.setCertificateEntry("server" + i, all[i].store.getCertificate("server"));
      }
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
