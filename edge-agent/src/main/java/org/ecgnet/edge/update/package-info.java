/**
 * How a clinic's agent comes to a new version by itself: it asks the hub for the county's offer, believes nothing that the
 * county's key did not sign, unpacks the program beside the ones it has, and makes way for it in a quiet hour: with no
 * recording, nothing unread, no red on its way. {@code launch} starts the new version and goes back when it does not get
 * well.
 */
@NullMarked
package org.ecgnet.edge.update;

import org.jspecify.annotations.NullMarked;
