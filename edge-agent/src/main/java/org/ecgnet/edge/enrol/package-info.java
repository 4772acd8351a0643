/**
 * How a clinic's computer becomes its county's: it brings a one-time code to the hub, makes sure by the code that it is the
 * right hub, and takes its certificate. Done once, by a person; nothing here runs afterwards.
 */
@NullMarked
package org.ecgnet.edge.enrol;

import org.jspecify.annotations.NullMarked;
