package dev.assay.endorsement;

import dev.assay.model.Bytes;

/** Tells JSON from other items without the class that reads it, so that who has none need not load a JSON library. */
final class JsonStart {
    private JsonStart() {}

    static boolean looksLikeJson(Bytes bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            int c = bytes.u8(i);
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                return c == '{';
            }
        }
        return false;
    }
}
