/**
 * HL7 annotated ECG (HL7 V3 PORT_MT020001, the form that the FDA takes): the rhythm series, its leads by MDC code, each
 * with origin, scale and unit. Annotations and the representative beat are not read. Source: HL7 Version 3 Implementation
 * Guide: Annotated ECG (aECG), release 1.
 */
@NullMarked
package org.ecgnet.format.aecg;

import org.jspecify.annotations.NullMarked;
