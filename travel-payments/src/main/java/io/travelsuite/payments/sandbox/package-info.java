/** For hosts' tests: a provider that does what it is told, and a store in memory. */
@NullMarked
package io.travelsuite.payments.sandbox;

import org.jspecify.annotations.NullMarked;
