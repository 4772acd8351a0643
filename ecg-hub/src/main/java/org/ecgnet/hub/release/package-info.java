/**
 * New versions of the edge agent for the clinics: the county signs an offer and lays it with the program on the shelf, a folder
 * that the hub shows to everybody over HTTPS. The key stays with whoever signs; the hub never has it.
 */
@NullMarked
package org.ecgnet.hub.release;

import org.jspecify.annotations.NullMarked;
