package lv.vmis.register.file;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a camera was held, 1 to 8 (EXIF tag 0x0112): the pixels of a photo taken upright with a phone mostly lie on their side. */
record Orientation(int code) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int TAG = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    static Orientation of(Path file, FileType type) {
        if (type != FileType.JPEG) {
            return UPRIGHT;
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.readUnsignedShort();
            while (true) {
                var marker = in.readUnsignedShort();
                var length = in.readUnsignedShort() - 2;
                // Behind the start of a scan there are pixels only.
                if (marker == 0xFFDA || marker >> 8 != 0xFF || length < 0) {
                    return UPRIGHT;
                }
                var segment = in.readNBytes(length);
                if (marker == 0xFFE1 && starts(segment)) {
                    return read(ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length)
                            .slice());
                }
            }
        } catch (IOException | RuntimeException none) {
            return UPRIGHT;
        }
    }

    boolean isTurned() {
        return code > 4;
    }

    BufferedImage upright(BufferedImage image) {
        var w = image.getWidth();
        var h = image.getHeight();
        var way = switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
        return isTurned() ? Images.turned(image, way, h, w) : Images.turned(image, way, w, h);
    }

    private static boolean starts(byte[] segment) {
        return segment.length > EXIF.length + 8
                && java.util.Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length);
    }

    private static Orientation read(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + i * 12;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                var code = Short.toUnsignedInt(tiff.getShort(entry + 8));
                return code >= 1 && code <= 8 ? new Orientation(code) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
