package lv.vmis.register.receipt;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The Merkle tree of RFC 9162, section 2.1, over SHA-256: one signature of its root stands for all its leaves. */
final class Merkle {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    static byte[] leaf(byte[] content) {
        var sha256 = sha256();
        sha256.update(LEAF);
        return sha256.digest(content);
    }

    /** The root over one leaf or more. */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = left(leaves.size());
        return node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    /** What has to be hashed with the leaf to come to the root, from the leaf upwards. */
    static List<byte[]> path(List<byte[]> leaves, int index) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int left = left(leaves.size());
        var isLeft = index < left;
        var own = isLeft ? leaves.subList(0, left) : leaves.subList(left, leaves.size());
        var other = isLeft ? leaves.subList(left, leaves.size()) : leaves.subList(0, left);
        var path = new ArrayList<>(path(own, isLeft ? index : index - left));
        path.add(root(other));
        return path;
    }

    /** The largest power of two below the number of leaves. */
    private static int left(int leaves) {
        return Integer.highestOneBit(leaves - 1);
    }

    private static byte[] node(byte[] left, byte[] right) {
        var sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
