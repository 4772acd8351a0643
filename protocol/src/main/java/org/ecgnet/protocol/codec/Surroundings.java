package org.ecgnet.protocol.codec;

/** What is known of a sample before it is coded. One object for all samples of a lead: written and read in turn. */
final class Surroundings {

    /** Which of the independent leads. */
    int lead;

    /** How large residuals are around the sample, 0 to 31. */
    int level;

    /** Bits of the residual below its symbol. */
    int shift;

    /** The prediction. */
    int predicted;

    /** Where the last value lies, from the prediction. */
    int toLast;

    /** Where the straight line through the last two values lies, from the prediction. */
    int toLine;

    /** The last step of the lead. */
    int step;

    /** The step of the lead coded before it at this time; 0 when there is none. */
    int nearStep;

    /** The last residual. */
    int residual;

    /** The residual of the lead coded before it at this time; 0 when there is none. */
    int nearResidual;
}
