/** What things cost: rules of a product, the prices that follow from them, and promo codes. */
@NullMarked
package io.travelsuite.price;

import org.jspecify.annotations.NullMarked;
