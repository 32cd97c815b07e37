#include "vector.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <openssl/evp.h>
#include <rapidjson/document.h>
#include <sstream>
#include <stdexcept>

namespace {

std::string file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        throw std::runtime_error("cannot read " + path.string());
    }
    return {std::istreambuf_iterator<char>(stream), {}};
}

bool isPem(const std::string& content) { return content.rfind("-----BEGIN ", 0) == 0; }

std::string pem(const std::string& content) {
    if (content.empty() || isPem(content)) {
        return content;
    }
    std::string base64(4 * (content.size() / 3 + 1) + 1, '\0');
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(base64.data()),
        reinterpret_cast<const unsigned char*>(content.data()), static_cast<int>(content.size()));
    std::string text = "-----BEGIN CERTIFICATE-----\n";
    for (int start = 0; start < size; start += 64) {
        text += base64.substr(start, std::min(64, size - start)) + "\n";
    }
    return text + "-----END CERTIFICATE-----\n";
}

std::string hex(const std::string& content) {
    const bool text = std::all_of(content.begin(), content.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
    if (text || isPem(content)) {
        return content;
    }
    std::ostringstream digits;
    for (const unsigned char byte : content) {
        digits << std::hex << std::uppercase << std::setw(2) << std::setfill('0') << static_cast<int>(byte);
    }
    return digits.str();
}

std::time_t seconds(const std::string& instant) {
    std::tm parts{};
    std::istringstream(instant) >> std::get_time(&parts, "%Y-%m-%dT%H:%M:%SZ");
    return timegm(&parts);
}

}  // namespace

std::vector<Vector> readManifest(const std::string& name) {
    const auto root = std::filesystem::absolute(name).parent_path().parent_path();
    rapidjson::Document manifest;
    const std::string text = file(name);
    manifest.Parse(text.c_str());
    std::vector<Vector> vectors;
    for (const auto& json : manifest["vectors"].GetArray()) {
        const auto given = [&](const char* member) -> std::string {
            const auto& all = json.FindMember("endorsements");
            if (all == json.MemberEnd() || !all->value.HasMember(member)) {
                return "";
            }
            const auto& value = all->value[member];
            return file(root / (value.IsArray() ? value[0] : value).GetString());
        };
        Vector vector;
        vector.id = json["id"].GetString();
        vector.quote = file(root / json["evidence"].GetString());
        vector.root = pem(given("trustAnchors"));
        const std::string signer = pem(given("tcbSigningCertificate"));
        vector.signerChain = signer.empty() ? "" : signer + vector.root;
        vector.rootCrl = hex(given("rootCrl"));
        vector.pckCrl = hex(given("pckCrl"));
        vector.tcbInfo = given("tcbInfo");
        vector.qeIdentity = given("qeIdentity");
        const bool timed = json.HasMember("at") && json["at"].IsString();
        vector.at = seconds(timed ? json["at"].GetString() : "2026-09-01T00:00:00Z");
        vectors.push_back(std::move(vector));
    }
    return vectors;
}
