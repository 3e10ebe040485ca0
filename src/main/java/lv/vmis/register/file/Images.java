package lv.vmis.register.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import lv.vmis.register.kernel.Outcome;

/**
 * Reads images nobody vouches for: how large they are is read before a pixel is, and what goes out was drawn anew, so that
 * neither the place of a photo nor anything hidden in it goes along.
 */
final class Images {

    /** A page of A3 at 600 dots per inch has 70 million pixels, a camera of today half of it. */
    private static final long MOST_PIXELS = 72_000_000;

    private static final int LONGEST_SIDE = 20_000;
    private static final int MOST_PAGES = 200;

    /** The longest side of what is shown. */
    static final int SHOWN = 1600;

    /** What a face is cut from: even the fourth part of it is as wide as a face image. */
    private static final int CUT_FROM = 3000;

    private static final float QUALITY = 0.88f;

    private Images() {}

    static Outcome<Examined> examine(Path file, FileType type, String name) {
        try (var in = new FileImageInputStream(file.toFile())) {
            var reader = reader(type, in);
            try {
                var pages = pages(reader, type);
                if (pages < 1 || pages > MOST_PAGES) {
                    return Examination.refused(FileRefusal.IMAGE_TOO_LARGE, name);
                }
                for (var page = 0; page < pages; page++) {
                    if (isTooLarge(reader.getWidth(page), reader.getHeight(page))) {
                        return Examination.refused(FileRefusal.IMAGE_TOO_LARGE, name);
                    }
                }
                var cut = new AtomicBoolean();
                reader.addIIOReadWarningListener(cutOff(cut));
                for (var page = 0; page < pages; page++) {
                    // Every line is read, and few of its pixels are kept.
                    decoded(reader, page, 64);
                }
                if (cut.get()) {
                    return Examination.refused(FileRefusal.IMAGE_BROKEN, name);
                }
                var turned = Orientation.of(file, type).isTurned();
                var width = reader.getWidth(0);
                var height = reader.getHeight(0);
                return Outcome.done(
                        new Examined(type, pages > 1 ? pages : null, turned ? height : width, turned ? width : height));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Examination.refused(FileRefusal.IMAGE_BROKEN, name);
        }
    }

    /** A page of an image, drawn anew so that it fits a window. */
    static byte[] shown(Path file, FileType type, int page) throws IOException {
        var image = upright(file, type, page, SHOWN);
        var scale = Math.min(1.0, SHOWN / (double) Math.max(image.getWidth(), image.getHeight()));
        return jpeg(scaled(
                image,
                0,
                0,
                image.getWidth(),
                image.getHeight(),
                Math.max(1, (int) Math.round(image.getWidth() * scale)),
                Math.max(1, (int) Math.round(image.getHeight() * scale))));
    }

    /** The face image that is cut from a photo. */
    static byte[] face(Path file, FileType type, Crop crop) throws IOException {
        var image = upright(file, type, 0, CUT_FROM);
        var part = crop.of(image.getWidth(), image.getHeight());
        return jpeg(scaled(image, part.x, part.y, part.width, part.height, Crop.WIDTH, Crop.HEIGHT));
    }

    /** One more than may be, when there are more: the JDK itself would count pages that point at each other for ever. */
    private static int pages(ImageReader reader, FileType type) throws IOException {
        if (type != FileType.TIFF) {
            return 1;
        }
        for (var page = 0; page <= MOST_PAGES; page++) {
            try {
                reader.getWidth(page);
            } catch (IndexOutOfBoundsException end) {
                return page;
            }
        }
        return MOST_PAGES + 1;
    }

    private static boolean isTooLarge(int width, int height) {
        return width < 1
                || height < 1
                || width > LONGEST_SIDE
                || height > LONGEST_SIDE
                || (long) width * height > MOST_PIXELS;
    }

    private static ImageReader reader(FileType type, FileImageInputStream in) {
        var reader = ImageIO.getImageReadersByFormatName(type.name()).next();
        reader.setInput(in, type != FileType.TIFF, true);
        return reader;
    }

    /** The JDK only warns of a JPEG that ends early, and paints the rest grey. */
    private static IIOReadWarningListener cutOff(AtomicBoolean cut) {
        return (_, warning) -> {
            if (warning.contains("remature end") || warning.contains("Truncated")) {
                cut.set(true);
            }
        };
    }

    private static BufferedImage decoded(ImageReader reader, int page, int side) throws IOException {
        var width = reader.getWidth(page);
        var height = reader.getHeight(page);
        if (isTooLarge(width, height)) {
            throw new IOException("larger than any image that was taken in");
        }
        var each = Math.max(1, Math.max(width, height) / (2 * side));
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(Math.min(each, width), Math.min(each, height), 0, 0);
        return reader.read(page, param);
    }

    private static BufferedImage upright(Path file, FileType type, int page, int side) throws IOException {
        try (var in = new FileImageInputStream(file.toFile())) {
            var reader = reader(type, in);
            try {
                return Orientation.of(file, type).upright(decoded(reader, page, side));
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException broken) {
            throw new IOException("an image that was read before cannot be read", broken);
        }
    }

    static BufferedImage turned(BufferedImage image, AffineTransform way, int width, int height) {
        var out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var draw = onWhite(out);
        draw.drawImage(image, way, null);
        draw.dispose();
        return out;
    }

    private static BufferedImage scaled(
            BufferedImage image, int x, int y, int width, int height, int toWidth, int toHeight) {
        var out = new BufferedImage(toWidth, toHeight, BufferedImage.TYPE_INT_RGB);
        var draw = onWhite(out);
        draw.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        draw.drawImage(image, 0, 0, toWidth, toHeight, x, y, x + width, y + height, null);
        draw.dispose();
        return out;
    }

    private static Graphics2D onWhite(BufferedImage out) {
        var draw = out.createGraphics();
        draw.setColor(Color.WHITE);
        draw.fillRect(0, 0, out.getWidth(), out.getHeight());
        return draw;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream(64 * 1024);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var to = new MemoryCacheImageOutputStream(out)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(to);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
