package dev.assay.verify;

import java.security.spec.ECPoint;
import java.util.Optional;

/**
 * A point that was found to be on its curve. There is no other way to make one, so that whoever is handed one need not ask
 * again; to ask takes as long as a hundredth of a signature check, and a new platform has five keys.
 */
final class CurvePoint {
    private final EcCurve curve;
    private final ECPoint point;

    private CurvePoint(EcCurve curve, ECPoint point) {
        this.curve = curve;
        this.point = point;
    }

    /** The point, if it is on the curve. */
    static Optional<CurvePoint> of(EcCurve curve, ECPoint point) {
        return curve.contains(point) ? Optional.of(new CurvePoint(curve, point)) : Optional.empty();
    }

    EcCurve curve() {
        return curve;
    }

    ECPoint point() {
        return point;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CurvePoint that && that.curve == curve && that.point.equals(point);
    }

    @Override
    public int hashCode() {
        return point.hashCode();
    }
}
