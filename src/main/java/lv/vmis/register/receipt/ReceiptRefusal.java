package lv.vmis.register.receipt;

import lv.vmis.register.kernel.RefusalCode;

enum ReceiptRefusal implements RefusalCode {
    PROOF_WAITS
}
