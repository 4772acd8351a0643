package org.ecgnet.edge.result;

/** A sentence in both languages of the page. */
public record Words(String chinese, String english) {}
