/**
 * Who the patient is, before anything is recorded: the resident identity number's own check, and the card reader whose
 * bridge program runs on this computer.
 *
 * <p>What is read here goes to the page and into the exam, never into a log, an address or an exception. How the page
 * asks for it does not belong here.
 */
@NullMarked
package org.ecgnet.edge.patient;

import org.jspecify.annotations.NullMarked;
