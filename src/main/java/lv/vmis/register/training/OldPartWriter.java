package lv.vmis.register.training;

import java.io.Closeable;
import java.io.IOException;

/** Writes the rows of a part one after another. */
interface OldPartWriter extends Closeable {

    void row(String[] cells) throws IOException;
}
