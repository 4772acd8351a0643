package org.ecgnet.hub.paging;

/**
 * A rung to take now.
 *
 * @param round the page's round, or the dispatch's number for a rung that is taken once a dispatch
 * @param occurrence 1 for the first; with rung and round it names the step, so that none is taken twice
 */
public record Step(Rung rung, int round, int occurrence) {}
