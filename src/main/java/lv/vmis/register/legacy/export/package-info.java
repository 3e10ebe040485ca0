/** What an export of an old register is, and reading it as it is: CSV, XLSX and XML, row by row, with whatever is wrong about it told. */
@NullMarked
@NamedInterface("export")
package lv.vmis.register.legacy.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
