package io.travelsuite.examples.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.travelsuite.examples.server.edge.Listening;
import io.travelsuite.security.readiness.TlsFacts;
import io.travelsuite.security.readiness.WebFacts;
import io.travelsuite.security.tls.ServerCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Asks a server of this machine what the public would: as the host it is known by, wherever that
 * leads from here.
 *
 * @param listening where it listens
 * @param host what it is known by
 */
record OwnAddress(Listening listening, String host) {

  private static final int PATIENCE_MILLIS = 2_000;

  static OwnAddress of(Settings settings) {
    URI origin = URI.create(settings.web().naming().origin());
    return new OwnAddress(settings.web().listening(), origin.getHost());
  }

  /** What came back, names of headers in small letters. */
  private record Heard(int status, Map<String, String> headers, String body) {}

  /** Whether a server answers there. */
  boolean isAlive() {
    try {
      int status = ask("GET /health/live", "").status();
      return status == 200 || status == 308; // behind a proxy it sends whoever is none to HTTPS
    } catch (IOException | GeneralSecurityException e) {
      return false;
    }
  }

  WebFacts web() throws IOException, GeneralSecurityException {
    boolean own = listening.certificate() != null;
    String forwarded = own ? "" : "X-Forwarded-Proto: https\r\n";
    Heard plain =
        heard(own ? listening.plainPort() : listening.port(), false, lines("GET /", host, ""));
    Heard page = ask("GET /office/session", forwarded);
    Heard unknown = heard(listening.port(), own, lines("GET /", "unknown.invalid", forwarded));
    Heard error = ask("GET /no/such/endpoint", forwarded);
    Heard trace = ask("TRACE /", forwarded);
    Heard foreign = ask("GET /health/live", forwarded + "Origin: https://unknown.invalid\r\n");
    return new WebFacts(
        plain.status(),
        plain.headers().getOrDefault("location", ""),
        page.headers(),
        page.headers().getOrDefault("set-cookie", "").lines().toList(),
        unknown.status(),
        error.body(),
        trace.status(),
        foreign.headers().containsKey("access-control-allow-origin"));
  }

  private Heard ask(String line, String headers) throws IOException, GeneralSecurityException {
    return heard(listening.port(), listening.certificate() != null, lines(line, host, headers));
  }

  private static String lines(String line, String host, String headers) {
    return line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers + "\r\n";
  }

  private Heard heard(int port, boolean tls, String request)
      throws IOException, GeneralSecurityException {
    if (port <= 0) {
      return new Heard(0, Map.of(), "");
    }
    InetAddress here = InetAddress.getLoopbackAddress();
    try (Socket socket =
        tls ? trusting().getSocketFactory().createSocket(here, port) : new Socket(here, port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return parse(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
    }
  }

  private static Heard parse(String text) {
    int end = text.indexOf("\r\n\r\n");
    List<String> lines = text.substring(0, Math.max(0, end)).lines().toList();
    if (lines.isEmpty()) {
      return new Heard(0, Map.of(), text);
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (one, two) -> one + "\n" + two);
    }
    return new Heard(
        Integer.parseInt(lines.get(0).substring(9, 12)), headers, text.substring(end + 4));
  }

  /** Trusts the certificate that the server shows, and no other. */
  private SSLContext trusting() throws IOException, GeneralSecurityException {
    KeyStore shown = KeyStore.getInstance("PKCS12");
    shown.load(null, null);
    shown.setCertificateEntry("server", certificate());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(shown);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private X509Certificate certificate() {
    ServerCertificate files = listening.certificate();
    if (files == null) {
      throw new IllegalStateException("a proxy ends TLS: its certificate is not here to look at");
    }
    return files.load().certificate();
  }

  TlsFacts tls() throws GeneralSecurityException, IOException {
    X509Certificate shown = certificate();
    return new TlsFacts(
        shown.getNotAfter().toInstant(),
        isOf(shown),
        isTrusted(),
        false,
        shown.getPublicKey().getAlgorithm(),
        bits(shown));
  }

  private boolean isOf(X509Certificate shown) throws CertificateParsingException {
    Collection<List<?>> names = shown.getSubjectAlternativeNames();
    String parent = "*" + host.substring(Math.max(0, host.indexOf('.')));
    return names != null
        && names.stream()
            .map(name -> String.valueOf(name.get(1)))
            .anyMatch(name -> name.equalsIgnoreCase(host) || name.equalsIgnoreCase(parent));
  }

  /** By the authorities that this JVM knows, as browsers know them. */
  private boolean isTrusted() throws GeneralSecurityException {
    ServerCertificate files = listening.certificate();
    TrustManagerFactory known = TrustManagerFactory.getInstance("PKIX");
    known.init((KeyStore) null);
    KeyStore store = files == null ? null : files.load().keyStore();
    if (store == null) {
      return false;
    }
    X509Certificate[] chain =
        List.of(store.getCertificateChain("server")).toArray(X509Certificate[]::new);
    for (TrustManager manager : known.getTrustManagers()) {
      if (manager instanceof X509TrustManager judge) {
        try {
          judge.checkServerTrusted(chain, "UNKNOWN");
          return true;
        } catch (GeneralSecurityException unknown) {
          return false;
        }
      }
    }
    return false;
  }

  private static int bits(X509Certificate shown) {
    if (shown.getPublicKey() instanceof RSAKey rsa) {
      return rsa.getModulus().bitLength();
    }
    return shown.getPublicKey() instanceof ECKey ec
        ? ec.getParams().getCurve().getField().getFieldSize()
        : 256;
  }
}
