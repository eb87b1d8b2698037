/** What is sold and when: operators, products, occurrences with their stops and pools. */
@NullMarked
package io.travelsuite.inventory;

import org.jspecify.annotations.NullMarked;
