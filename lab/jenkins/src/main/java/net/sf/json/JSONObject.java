package net.sf.json;

/** A submitted form; the stand-in has none. */
public final class JSONObject {
    private JSONObject() {}
}
