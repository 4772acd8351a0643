/**
 * Paper: pages measured in millimetres, with Chinese text, as vector PDF (PDFBox; nowhere else in the hub). What stands
 * on a page is decided elsewhere: {@code report.pdf} draws ECG reports, {@code register} the register. Fonts are
 * TrueType files of the machine, embedded as subsets; none comes with the hub.
 */
@NullMarked
package org.ecgnet.hub.paper;

import org.jspecify.annotations.NullMarked;
