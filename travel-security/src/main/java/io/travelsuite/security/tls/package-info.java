/** The certificate and key that a server shows, read from files and read again when they change. */
@NullMarked
package io.travelsuite.security.tls;

import org.jspecify.annotations.NullMarked;
