/** The terms an occurrence is sold by: when, to whom, and how much is kept for whom. */
@NullMarked
package io.travelsuite.sale;

import org.jspecify.annotations.NullMarked;
