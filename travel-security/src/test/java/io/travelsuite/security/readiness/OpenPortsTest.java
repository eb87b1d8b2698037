package io.travelsuite.security.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenPortsTest {

  @BeforeEach
  void onLinux() {
    assumeTrue(Files.exists(Path.of("/proc/net/tcp6")));
  }

  @Test
  void a_port_open_to_others_is_seen() throws IOException {
    try (ServerSocket open = new ServerSocket(0)) {
      assertThat(OpenPorts.look()).contains(open.getLocalPort());
    }
  }

  @Test
  void what_listens_to_this_machine_alone_does_not_count() throws IOException {
    for (String loopback : new String[] {"127.0.0.1", "127.8.9.10"}) {
      try (ServerSocket own = new ServerSocket(0, 1, InetAddress.getByName(loopback))) {
        assertThat(OpenPorts.look()).as(loopback).doesNotContain(own.getLocalPort());
      }
    }
  }
}
