package dev.assay.endorsement.online;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a service is: a scheme, a host and a path that ends with a slash. */
record BaseAddress(String text) {
    /** Addresses in figures of this machine and of its own link, where nobody sits in between. */
    private static final Pattern NEAR = Pattern.compile("127(\\.[0-9]{1,3}){3}|\\[::1]|169\\.254(\\.[0-9]{1,3}){2}");

    static BaseAddress of(URI address, OnlineOptions options) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        if (address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException("the address of a service is like https://host/path, not " + address);
        }
        boolean near = host.equals("localhost") || NEAR.matcher(host).matches();
        if (scheme.equals("http") && !near && !options.plainHttp()) {
            throw new IllegalArgumentException("no TLS: use https, or OnlineOptions.withPlainHttp(), for " + address);
        }
        String text = address.toString();
        return new BaseAddress(text.endsWith("/") ? text : text + "/");
    }

    /** The address of the same thing here. */
    URI mirrored(String base, String address) {
        return URI.create(text + address.substring(base.length()));
    }

    URI plus(String path) {
        return URI.create(text + path);
    }
}
