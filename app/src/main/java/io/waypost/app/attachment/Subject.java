package io.waypost.app.attachment;

import java.util.UUID;

/**
 * The thing that a file belongs to (附件所属对象).
 *
 * @param kind as its {@link AttachmentOwner} calls it, such as {@code APPEAL}
 */
public record Subject(String kind, UUID id) {}
