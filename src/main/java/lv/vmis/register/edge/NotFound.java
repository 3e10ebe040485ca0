package lv.vmis.register.edge;

/** Nothing of that name is here, or the official may not know that it is. */
public final class NotFound extends RuntimeException {}
