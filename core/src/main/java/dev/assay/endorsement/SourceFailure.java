package dev.assay.endorsement;

/** Why a source of endorsements could not answer. None of them says that the wanted item does not exist. */
public enum SourceFailure {
    /** No connection: name, route, port or proxy. Tried again. */
    UNREACHABLE,
    /** Nobody trusted answered: the certificate of the service does not lead to a root of TLS. Not tried again. */
    UNTRUSTED_TLS,
    /** Not done within the time. Tried again while there is time. */
    TIMED_OUT,
    /** The answer ended before its end. Tried again. */
    CUT_OFF,
    /** Too many requests, by what the service says (429) or by the limit kept here. */
    THROTTLED,
    /** The service failed (a status of 500 and above). Tried again. */
    SERVICE_ERROR,
    /** The service did not accept the request, or answered with a status that has no meaning here. Not tried again. */
    REFUSED,
    /** More bytes than such an item can have. Not tried again. */
    TOO_LARGE,
    /** A redirection to another host, to less than TLS, or one too many. Not followed. */
    REDIRECTED,
    /** What came is not what was asked for: garbage, or another chip's, product's or authority's. Not tried again. */
    UNFIT,
    /** The caller gave up: the thread was interrupted or the future cancelled. */
    CANCELLED
}
