/**
 * Clinics as the hub hears them: when they last spoke, how far their clock is off, what waits there unsent, and how
 * their units are. {@link Scope} says of which clinics somebody is shown exams. What a site is called and who works
 * there is not kept here.
 */
@NullMarked
package org.ecgnet.hub.site;

import org.jspecify.annotations.NullMarked;
