/** Judges recorded webhooks by the library's verifiers, from the command line. */
@org.jspecify.annotations.NullMarked
package io.travelsuite.examples.webhooks;
