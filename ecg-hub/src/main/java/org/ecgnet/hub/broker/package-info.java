/**
 * The county's MQTT broker inside the hub: who may connect, and what a clinic may say and hear.
 *
 * <p>Nothing is kept here: a message that the broker loses is sent again by the clinic, or from the database. Any
 * other MQTT 5 broker with the same rights by certificate name may take this one's place.
 */
@NullMarked
package org.ecgnet.hub.broker;

import org.jspecify.annotations.NullMarked;
