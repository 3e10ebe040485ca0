package lv.vmis.register.legacy.export;

/** Takes what a file holds while it is read; whoever wants to stop throws. */
public interface RowSink {

    /** Before the first row, once. */
    void columns(Columns columns);

    void row(RawRow row);

    void finding(Finding finding);
}
