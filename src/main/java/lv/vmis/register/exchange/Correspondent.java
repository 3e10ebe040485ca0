package lv.vmis.register.exchange;

/** A system of another authority the Register writes to and hears from. */
public enum Correspondent {
    NSIS,
    VMIS,
    BORDER
}
