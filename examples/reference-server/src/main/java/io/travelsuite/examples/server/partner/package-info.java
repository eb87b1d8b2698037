/** What partners are told by webhooks: who they are, by which secrets, and the jobs that send. */
@NullMarked
package io.travelsuite.examples.server.partner;

import org.jspecify.annotations.NullMarked;
