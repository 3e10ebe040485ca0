package lv.vmis.register.file;

/** A file that was sent, examined and searched for malware, for the module that keeps it. */
public record ReceivedFile(FileType type, byte[] content) {}
