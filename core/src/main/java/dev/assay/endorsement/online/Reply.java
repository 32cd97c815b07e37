package dev.assay.endorsement.online;

import dev.assay.model.Bytes;
import java.net.http.HttpHeaders;

/** What a service answered; the body only of status 200. */
record Reply(int status, HttpHeaders headers, Bytes body) {
    static final int OK = 200;
}
