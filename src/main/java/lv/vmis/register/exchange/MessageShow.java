package lv.vmis.register.exchange;

/** Which messages a list shows. */
public enum MessageShow {
    LOOK_AT,
    WAITING,
    ALL
}
