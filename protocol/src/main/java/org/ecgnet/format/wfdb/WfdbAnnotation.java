package org.ecgnet.format.wfdb;

/**
 * One annotation.
 *
 * @param sample its time in samples of the record
 * @param symbol such as {@code N}, {@code V}, {@code (} or {@code +}; WFDB's table of annotation codes
 * @param text what stands beside it, such as {@code (AFIB}; may be empty
 */
public record WfdbAnnotation(int sample, String symbol, String text) {}
