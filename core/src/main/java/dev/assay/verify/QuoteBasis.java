package dev.assay.verify;

import dev.assay.endorsement.PckExtensions;
import dev.assay.endorsement.QeIdentity;
import dev.assay.endorsement.TcbInfo;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * All that the conclusion about a quote rests on.
 *
 * @param certificates from the PCK to the root
 * @param pck what the PCK certificate says of the platform
 * @param signer the TCB signing certificate
 * @param info the TCB info
 * @param identity the quoting enclave's identity
 * @param tcb the status and what it comes from
 * @param crlState what is known about revocation
 * @param items each thing with its validity
 * @param floor the newest collateral seen before this
 */
record QuoteBasis(
        PckCertificates certificates,
        PckExtensions pck,
        X509Certificate signer,
        TcbInfo info,
        QeIdentity identity,
        TdxTcb.Result tcb,
        CrlState crlState,
        List<DatedItem> items,
        RollbackFloor floor) {}
