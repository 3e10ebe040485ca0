package lv.vmis.register.sis;

/** One thing that was told, in words. */
public record ToldField(String label, String value) {}
