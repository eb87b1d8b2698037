package io.travelsuite.examples.server.edge;

import io.travelsuite.security.tls.ServerCertificate;
import io.travelsuite.security.tls.UnusableCertificateException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a renewed certificate without a restart; what can't be used is not, and is told. */
final class CertificateReload extends AbstractLifeCycle {

  private static final Logger LOG = LoggerFactory.getLogger(CertificateReload.class);
  private static final long EVERY_MILLIS = 1_000;

  private final ServerCertificate files;
  private final SslContextFactory.Server tls;
  private final Scheduler scheduler;
  private String seen;
  private Scheduler.@Nullable Task next;

  CertificateReload(ServerCertificate files, SslContextFactory.Server tls, Scheduler scheduler) {
    this.files = files;
    this.tls = tls;
    this.scheduler = scheduler;
    seen = files.stamp();
  }

  @Override
  protected void doStart() {
    lookSoon();
  }

  @Override
  protected void doStop() {
    Scheduler.Task task = next;
    if (task != null) {
      task.cancel();
    }
  }

  private void lookSoon() {
    next = scheduler.schedule(this::look, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    String now = files.stamp();
    if (!now.equals(seen)) {
      seen = now;
      reload();
    }
    if (isRunning() || isStarting()) {
      lookSoon();
    }
  }

  private void reload() {
    try {
      ServerCertificate.Loaded loaded = files.load();
      tls.reload(factory -> factory.setKeyStore(loaded.keyStore()));
      LOG.info(
          "the certificate was renewed; it is good until {}", loaded.certificate().getNotAfter());
    } catch (UnusableCertificateException e) {
      LOG.error("the new certificate is not shown, the old one stays: {}", e.getMessage());
    } catch (Exception e) {
      LOG.error("the new certificate is not shown, the old one stays", e);
    }
  }
}
