package jingwei.citizen.open311;

import jingwei.citizen.Progress;

/// 照片的公开地址: where a client of the standard fetches what the citizens' page shows anyway. The address needs no key, as the request
/// it stands in needs none; a photo that is not released has no address and is refused when asked for.
///
/// @param root address of this interface, as the client called it
record PhotoLinks(String root, String jurisdiction) {

    /// The first public photo; empty where the report has none yet.
    String first(Progress progress) {
        return progress.photos().stream().findFirst()
                .map(hash -> root + "/photos/" + jurisdiction + "/" + progress.number() + "/" + hash + ".jpg").orElse("");
    }
}
