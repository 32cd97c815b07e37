// Runs Intel's quote verification library over Assay's vectors, for comparison: peer MANIFEST... prints a verdict for each
// vector, as lines of JSON. The library's four steps are run one after the other, as its own application does.

#include "vector.h"

#include <SgxEcdsaAttestation/QuoteVerification.h>

#include <array>
#include <iostream>
#include <map>
#include <optional>

namespace {

constexpr uint16_t PCK_CHAIN = 5;

// Statuses of a quote with which it verifies, and what Intel's collateral calls them.
const std::map<Status, const char*> VERIFIED = {
    {STATUS_OK, "UpToDate"},
    {STATUS_TCB_OUT_OF_DATE, "OutOfDate"},
    {STATUS_TCB_CONFIGURATION_NEEDED, "ConfigurationNeeded"},
    {STATUS_TCB_OUT_OF_DATE_CONFIGURATION_NEEDED, "OutOfDateConfigurationNeeded"},
    {STATUS_TCB_SW_HARDENING_NEEDED, "SWHardeningNeeded"},
    {STATUS_TCB_CONFIGURATION_AND_SW_HARDENING_NEEDED, "ConfigurationAndSWHardeningNeeded"},
    {STATUS_TCB_TD_RELAUNCH_ADVISED, "TDRelaunchAdvised"},
    {STATUS_TCB_TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED, "TDRelaunchAdvisedConfigurationNeeded"},
};

struct Verdict {
    std::string word;
    std::string reason;
    std::string tcbStatus;
};

Verdict refused(const char* step, Status status) { return {"refused", std::string(step) + " " + std::to_string(status), ""}; }

// The certificates in the quote, or nothing, and why.
std::optional<std::string> chain(const Vector& vector, Verdict& verdict) {
    const auto* quote = reinterpret_cast<const uint8_t*>(vector.quote.data());
    const auto quoteSize = static_cast<uint32_t>(vector.quote.size());
    uint32_t size = 0;
    uint16_t type = 0;
    Status status = sgxAttestationGetQECertificationDataSize(quote, quoteSize, &size);
    std::vector<uint8_t> data(size);
    if (status == STATUS_OK) {
        status = sgxAttestationGetQECertificationData(quote, quoteSize, size, data.data(), &type);
    }
    if (status != STATUS_OK) {
        verdict = refused("quote", status);
        return {};
    }
    if (type != PCK_CHAIN) {
        verdict = {"refused", "no chain in the quote", ""};
        return {};
    }
    data.push_back(0);
    return std::string(reinterpret_cast<const char*>(data.data()));
}

Verdict judge(const Vector& vector) {
    Verdict verdict;
    const auto certificates = chain(vector, verdict);
    if (!certificates) {
        return verdict;
    }
    const std::array<const char*, 2> lists{vector.rootCrl.c_str(), vector.pckCrl.c_str()};
    Status status =
        sgxAttestationVerifyPCKCertificate(certificates->c_str(), lists.data(), vector.root.c_str(), &vector.at);
    if (status != STATUS_OK) {
        return refused("PCK chain", status);
    }
    status = sgxAttestationVerifyTCBInfo(
        vector.tcbInfo.c_str(), vector.signerChain.c_str(), lists[0], vector.root.c_str(), &vector.at);
    if (status != STATUS_OK) {
        return refused("TCB info", status);
    }
    status = sgxAttestationVerifyEnclaveIdentity(
        vector.qeIdentity.c_str(), vector.signerChain.c_str(), lists[0], vector.root.c_str(), &vector.at);
    if (status != STATUS_OK) {
        return refused("QE identity", status);
    }
    const std::string end = "-----END CERTIFICATE-----";
    const std::string pck = certificates->substr(0, certificates->find(end) + end.size()) + "\n";
    status = sgxAttestationVerifyQuote(reinterpret_cast<const uint8_t*>(vector.quote.data()),
        static_cast<uint32_t>(vector.quote.size()), pck.c_str(), lists[1], vector.tcbInfo.c_str(), vector.qeIdentity.c_str());
    const auto good = VERIFIED.find(status);
    return good == VERIFIED.end() ? refused("quote", status) : Verdict{"verified", "", good->second};
}

}  // namespace

int main(int count, char** arguments) {
    for (int i = 1; i < count; i++) {
        for (const Vector& vector : readManifest(arguments[i])) {
            const Verdict verdict = judge(vector);
            std::cout << R"({"id":")" << vector.id << R"(","peer":"Intel QVL","verdict":")" << verdict.word
                      << R"(","reason":")" << verdict.reason << R"(","tcbStatus":")" << verdict.tcbStatus << "\"}\n";
        }
    }
}
