/** Webhooks delivered at a fixed rate to an inbox whose process is killed on the way. */
@NullMarked
package io.travelsuite.benchmarks.webhook;

import org.jspecify.annotations.NullMarked;
