/**
 * Philips "Sierra" ECG XML, versions 1.03 to 1.04.01, plain or with XLI compression (LZW of ten-bit codes over second
 * differences). The four leads that follow from I and II are stored as what remains beside the computed ones. Source: the
 * format's description by the sierra-ecg-tools project (its wiki and reference readers).
 */
@NullMarked
package org.ecgnet.format.philips;

import org.jspecify.annotations.NullMarked;
