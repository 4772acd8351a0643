package org.ecgnet.hub.register;

/** In which language coded values and column names stand; what people wrote stands as they wrote it. */
public enum RegisterLanguage {
    CHINESE,
    ENGLISH;

    /** The one of the two. */
    public String of(String chinese, String english) {
        return this == CHINESE ? chinese : english;
    }

    String of(RegisterColumn column) {
        return of(column.chinese(), column.english());
    }
}
