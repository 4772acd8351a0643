/**
 * XML of GE's CardioSoft ({@code CardiologyXML}): the strip of all leads as whole numbers with commas, its rate and the
 * microvolts of a count. The averaged beat is not read. Source: descriptions of the export published by users, such as the
 * reader of BRAVEHEART.
 */
@NullMarked
package org.ecgnet.format.cardiosoft;

import org.jspecify.annotations.NullMarked;
