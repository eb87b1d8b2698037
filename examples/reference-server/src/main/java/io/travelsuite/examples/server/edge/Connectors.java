package io.travelsuite.examples.server.edge;

import io.travelsuite.security.tls.ServerCertificate;
import io.travelsuite.security.web.RequestLimits;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Where requests come in: by TLS 1.2 and 1.3 with forward secrecy, or without. */
final class Connectors {

  private static final String[] CIPHERS = {
    "TLS_AES_.*", "TLS_CHACHA20_.*", "TLS_ECDHE_.*_GCM_.*", "TLS_ECDHE_.*_CHACHA20_.*"
  };

  private Connectors() {}

  /** Limits of what is read of a request, and no word of what serves it. */
  static void limit(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(RequestLimits.HEADER_BYTES);
    http.setIdleTimeout(RequestLimits.BODY_WITHIN.toMillis());
    http.setRelativeRedirectAllowed(true);
  }

  static ServerConnector plain(Server server, HttpConfiguration http, String bind, int port) {
    return at(new ServerConnector(server, new HttpConnectionFactory(http)), bind, port);
  }

  static ServerConnector tls(
      Server server, HttpConfiguration http, Listening listening, ServerCertificate files) {
    HttpConfiguration secure = new HttpConfiguration(http);
    // names are the edge's matter, not the certificate's
    secure.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(files.load().keyStore());
    tls.setKeyStorePassword(ServerCertificate.IN_MEMORY);
    tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    tls.setIncludeCipherSuites(CIPHERS);
    tls.setRenegotiationAllowed(false);
    ServerConnector connector =
        new ServerConnector(
            server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(secure));
    connector.addBean(new CertificateReload(files, tls, server.getScheduler()));
    return at(connector, listening.bind(), listening.port());
  }

  private static ServerConnector at(ServerConnector connector, String bind, int port) {
    connector.setHost(bind);
    connector.setPort(port);
    connector.setIdleTimeout(RequestLimits.IDLE.toMillis());
    return connector;
  }
}
