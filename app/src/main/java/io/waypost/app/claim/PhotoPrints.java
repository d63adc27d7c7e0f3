package io.waypost.app.claim;

import io.waypost.app.attachment.Attachment;
import io.waypost.app.attachment.Attachments;
import io.waypost.core.settlement.PhotoPrint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what a photo of a claim looks like. The files were redrawn when they were taken in, so they are pictures and no more. */
@Component
class PhotoPrints {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoPrints.class);

    private final Attachments attachments;

    PhotoPrints(Attachments attachments) {
        this.attachments = attachments;
    }

    /** The print of the file; empty where it is no picture. */
    OptionalLong of(Attachment file) {
        if (file.width() == null) {
            return OptionalLong.empty();
        }
        try (var in = attachments.open(file.id()).content().getInputStream()) {
            var picture = ImageIO.read(in);
            return picture == null ? OptionalLong.empty() : OptionalLong.of(PhotoPrint.of(grey(picture)));
        } catch (IOException unreadable) {
            LOG.warn("The photo {} of a claim cannot be read; no other one is compared with it", file.id());
            return OptionalLong.empty();
        }
    }

    /** Made smaller by halves, so that each brightness is the mean of its cell and not that of one pixel. */
    private static int[] grey(BufferedImage picture) {
        var now = picture;
        while (now.getWidth() > 4 * PhotoPrint.WIDTH && now.getHeight() > 4 * PhotoPrint.HEIGHT) {
            now = drawn(now, now.getWidth() / 2, now.getHeight() / 2);
        }
        now = drawn(now, PhotoPrint.WIDTH, PhotoPrint.HEIGHT);
        var grey = new int[PhotoPrint.WIDTH * PhotoPrint.HEIGHT];
        now.getRaster().getPixels(0, 0, PhotoPrint.WIDTH, PhotoPrint.HEIGHT, grey);
        return grey;
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        var small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }
}
