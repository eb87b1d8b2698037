/** Calls to providers. Not exported. */
@NullMarked
package io.travelsuite.payments.http;

import org.jspecify.annotations.NullMarked;
