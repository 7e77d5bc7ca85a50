/// 影音: photos, sound, video and documents as evidence, kept under the SHA-256 of their content.
///
/// The original is never changed: what was taken in the street is what is shown at the check and in the archive, with
/// the time and the place the device wrote into it (ACQ-03). Nothing the sender says about a file is believed: its type
/// is decided by its content, a photo must really decode, and its hash is computed here. Small pictures (缩略图) are made
/// at the upload.
///
/// The bytes lie in a folder or in any store that speaks S3; the rows say which platform may see them, and under
/// row-level security another platform's evidence does not exist.
///
/// Words: 影音 media, 照片 image, 录音 sound, 录像 video, 缩略图 thumbnail. Requirements: ACQ-03, SEC-04.
/// Uses: standards, tenancy, identity.
@ApplicationModule(displayName = "影音 media", allowedDependencies = {"standards", "tenancy", "identity"})
@NullMarked
package jingwei.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
